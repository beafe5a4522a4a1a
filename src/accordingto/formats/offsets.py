"""Positions as others count them: UTF-16 code units, as browsers, Java and UIMA do."""

from __future__ import annotations

import re
from bisect import bisect_left

from accordingto.text import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")  # two code units each


class Utf16:
    """Converts places in one text between code points and UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._points = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]

    def units(self, span: Span) -> Span:
        """Return a range of code points as one of code units."""
        return Span(*(at + bisect_left(self._points, at) for at in (span.start, span.end)))

    def points(self, span: Span) -> Span:
        """Return a range of code units as one of code points; half a character begins it."""
        return Span(*(at - bisect_left(self._units, at) for at in (span.start, span.end)))
