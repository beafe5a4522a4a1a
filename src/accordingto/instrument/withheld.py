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
    for match in _signs().finditer(text, one.source[0].start, end):
        span = Span(*match.span())
        said = max((p.end for p in one.content if p.start < span.start), default=span.start)
        if said <= span.start and not _JOINED.search(text, said, span.start):
            return span
    return None


def may_withhold(text: str) -> bool:
    """Whether any of the ways can stand in a text: told at once by their words."""
    return any(word in text for word in _WORDS)


_WORDS = ("anonym", "named", "identified", "quoted", "uthori", "allowed", "withheld")


def tells_of_a_source(words: Sequence[str], at: int) -> bool:
    """Whether a cue is part of one of those ways: "who | requested | anonymity"."""
    first = max(0, at - _BEFORE)
    if _KEPT.isdisjoint(words[first : at + _AFTER]):
        return False
    before = len(" ".join(words[first:at])) + (at > first)
    near = " ".join(words[first : at + _AFTER])
    return any(match.start() <= before < match.end() for match in _signs().finditer(near))


_KEPT = frozenset(
    {"anonymity", "named", "identified", "quoted", "authorised", "authorized", "allowed"}
)
_BEFORE, _AFTER = 3, 8  # words of a way to say it, around its verb
_JOINED = re.compile(r"\b(?:and|but|while)\b")


@cache
def _signs() -> re.Pattern[str]:
    ways = "|".join(way.replace(" ", r"\s") for way in lines_of("withheld.txt"))
    return re.compile(rf"(?i)\b(?:{ways})\b")
