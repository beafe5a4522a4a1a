"""What stands between a cue and its content: adverbs, days, venues, and who was addressed."""

from __future__ import annotations

import re

from accordingto.instrument.clauses import has_verb
from accordingto.instrument.cues import Cue
from accordingto.instrument.lexicon import ADDRESSEE, CLAUSE, classed
from accordingto.instrument.tagset import (
    CLAUSE_OPENER,
    NOMINAL,
    NOUN_OR_VERB,
    PREPOSITION,
    VERBAL,
)
from accordingto.instrument.tokens import Line


def after_cue(line: Line, cue: Cue, last: int) -> int:
    """The first word that can be content."""
    at = adjuncts(line, cue.last, last)
    if cue.verb.takes(ADDRESSEE):
        at = adjuncts(line, _past_addressee(line, at, last), last)
    return _past_phrase(line, cue, at, last)


# What says where the content begins, and how many words may stand before it.
_OPENER = re.compile(r"t|[:,][Qq]")
_LONGEST_PHRASE = 20


def _past_phrase(line: Line, cue: Cue, at: int, last: int) -> int:
    """Past a phrase that no list knows: "wrote for the Harbour News that", "said of it: “We”"."""
    if line.tags[at : at + 1] not in tuple(PREPOSITION + "s,") or not cue.verb.takes(CLAUSE):
        return at
    opener = _OPENER.search(line.tags, at, min(last, at + _LONGEST_PHRASE))
    end = opener.start() if opener else at
    return at if has_verb(line, at, end) or "g" in line.tags[at:end] else end


def adjuncts(line: Line, at: int, last: int) -> int:
    """Past adverbs, days and venues: "on Sunday", "in an interview with Fox News"."""
    while at < last and (end := _adjunct(line, at, last)) > at:
        at = end
    return at


_WHEN = frozenset({"this", "last", "next", "that"})
_TIMES = frozenset({"week", "month", "year", "morning", "afternoon", "evening", "night", "day"})


def _adjunct(line: Line, at: int, last: int) -> int:
    """The end of an adjunct that begins here, or `at` where none does."""
    dated = line.tags[at] in "rY" or line.words[at].lower() in _WHEN
    if dated and at + 1 < last and line.words[at + 1].lower() in _TIMES:
        return at + 2
    if line.tags[at] in "rY":
        return at + 1
    return (line.tags[at] == "i" and venue(line, at, last)) or at


_VENUE = re.compile(
    rf"(?:(?<![xS{NOUN_OR_VERB}Y])d"  # "in a statement | the ferry would wait"
    rf"|(?!d)[{NOMINAL}{PREPOSITION}{NOUN_OR_VERB}&rY]){{0,15}}"
)
_NEAR = 6  # words before the one that says what kind of venue it is


def venue(line: Line, at: int, last: int) -> int:
    """The end of "in an interview with Fox News on Sunday", or 0 where no venue is named."""
    tags, words = line.tags, line.words
    venues = classed("venues.txt")
    whole = _VENUE.match(tags, at + 1, last)
    end = whole.end() if whole else at + 1
    named = range(at + 1, min(end, at + 1 + _NEAR))
    return end if any(words[n].lower() in venues or tags[n] == "Y" for n in named) else 0


_ADDRESSEE = re.compile(
    rf"o|p(?![{VERBAL}Sr])|[dPyD]?[xejdPyD]*(?:N+|[xS]+)(?:[iO][dPy]*[xeN]*[NxS]+)*"
)
_MARK = re.compile(rf"[{CLAUSE_OPENER}T:.,;-]")


def _past_addressee(line: Line, at: int, last: int) -> int:
    """Past "the crew" of "told the crew that it would wait"."""
    tags = line.tags
    that = tags.find("t", at + 1, min(last, at + 16))
    if that > 0 and not has_verb(line, at, that):
        return that
    mark = _MARK.search(tags, at + 1, last)
    addressee = _ADDRESSEE.match(tags, at, mark.start() if mark else last)
    return addressee.end() if addressee else at
