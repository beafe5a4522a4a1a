"""Withheld sources: where the page says that a name is kept back, and how it says so.

"On condition of anonymity" and "who asked not to be named" tell of a source, and state nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from accordingto.instrument.lexicon import lines_of
from accordingto.readings.records import Attribution
from accordingto.text import Span


def sign(text: str, one: Attribution, end: int) -> Span | None:
    """Returns where, from its source up to `end`, the page says that its name is kept back.

    What is said, and what stands after an "and" that follows it, tells nothing of the source.
    """
    if not one.source:
        return None
    _, ways = _told_by()
    for match in ways.finditer(text, one.source[0].start, end):
        span = Span(*match.span())
        said = max((p.end for p in one.content if p.start < span.start), default=span.start)
        if said <= span.start and not _JOINED.search(text, said, span.start):
            return span
    return None


def may_withhold(text: str) -> bool:
    """Whether any of the ways can stand in a text: told at once by their words."""
    signs, _ = _told_by()
    return any(sign in text for sign in signs)


def tells_of_a_source(words: Sequence[str], at: int) -> bool:
    """Whether a cue is part of one of those ways: "who | requested | anonymity"."""
    first = max(0, at - _BEFORE)
    signs, ways = _told_by()
    if signs.isdisjoint(words[first : at + _AFTER]):
        return False
    before = len(" ".join(words[first:at])) + (at > first)
    near = " ".join(words[first : at + _AFTER])
    return any(match.start() <= before < match.end() for match in ways.finditer(near))


_BEFORE, _AFTER = 3, 8  # words of a way to say it, around its verb
_JOINED = re.compile(r"\b(?:and|but|while)\b")


@cache
def _told_by() -> tuple[frozenset[str], re.Pattern[str]]:
    """The signs of the list, and its ways as one pattern."""
    rows = [line.split(" ", 1) for line in lines_of("withheld.txt")]
    signs = [sign for kind, rest in rows if kind == "sign" for sign in rest.split()]
    ways = "|".join(rest.replace(" ", r"\s") for kind, rest in rows if kind == "way")
    return frozenset(signs), re.compile(rf"(?i)\b(?:{ways})\b")
