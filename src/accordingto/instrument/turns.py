"""Turns of an interview or a transcript: paragraphs that begin with a name in capitals, or Q, A."""

from __future__ import annotations

import re
from functools import lru_cache

from accordingto.instrument.lexicon import word_list

_NAME = r"[\"“]?(Q|A|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}): *"
_TURN = re.compile(rf"^{_NAME}(\S.*[.?!…”\"])\W*$", re.MULTILINE)
_TALK = re.compile(r"\b(?:I|[Ww]e|[Yy]ou)\b")


@lru_cache(maxsize=1)
def turns(text: str) -> frozenset[str]:
    """Returns who takes turns on a page: "Q" and "A", or names in capitals.

    Two at least, one of whom has another turn, and one who says "I", "we" or "you": else they are
    labels, as in a timetable or a round-up of the markets.
    """
    labels = word_list("labels.txt")
    said = [turn for turn in _TURN.findall(text) if turn[0].lower() not in labels]
    names = frozenset(name for name, _ in said)
    last = [name.split()[-1] for name, _ in said]  # who is ANN LEE at first may be LEE after
    again = len(names) > 1 and len(set(last)) < len(last)
    talk = again and any(_TALK.search(words) for _, words in said)
    return names if talk else frozenset()


_BEGINS = re.compile(_NAME)


def begins_turn(text: str, at: int) -> bool:
    """Returns whether a turn begins at a place, as at the mark that opens a quoted transcript."""
    match = _BEGINS.match(text, at)
    return match is not None and match[1] in turns(text)
