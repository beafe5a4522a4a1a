"""Rules for content that stands after its cue: she said that the ferry would wait."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.instrument.adjuncts import after_cue
from accordingto.instrument.clauses import (
    clause_end,
    comma_before,
    has_verb,
    object_end,
    stops_of,
)
from accordingto.instrument.cues import Cue
from accordingto.instrument.found import Found, Range
from accordingto.instrument.lexicon import (
    BELIEF,
    CLAUSE,
    INFINITIVE,
    OBJECT,
    QUESTION,
    SPOKEN,
)
from accordingto.instrument.tagset import (
    FINITE,
    NOMINAL,
    NOUN,
    NOUN_OR_VERB,
    PREPOSITION,
    QUOTED,
)
from accordingto.instrument.tokens import Line

_TURNING = frozenset({"not", "never", "only", "even", "almost", "nearly"})


@dataclass(frozen=True)
class _Place:
    """A cue and its source, and `at`, the first word that may be content.

    `stops` are where later cues begin statements of their own; an `inner` statement stands in
    a clause of another, and ends at its first comma.
    """

    line: Line
    cue: Cue
    source: Range
    at: int
    last: int
    stops: list[int]
    inner: bool

    @property
    def here(self) -> str:
        return self.line.tags[self.at]

    @property
    def begins(self) -> int:
        """`at`, or the word before it that turns the content: "promised | not to wait"."""
        return self.at - (self.at > self.cue.last and self.line.words[self.at - 1] in _TURNING)

    @property
    def aimed(self) -> bool:
        """Whether it is an aim and no act: "a plan to criticise", not "he tried to criticise"."""
        before = self.line.tags[self.cue.first - 1]
        return self.cue.use == "infinitive" and before not in FINITE + "ez"

    def takes(self, frames: str) -> bool:
        return self.cue.verb.takes(frames)

    def end(self, start: int) -> int:
        """The end of a clause; "Noting that the ferry was late, Vasko left" ends at Vasko."""
        end = clause_end(self.line, start, self.last, self.stops, self.inner)
        return min(end, self.source[0] - 1) if self.source[0] > start else end

    def found(self, rule: str, start: int, end: int | None = None) -> Found:
        """That rule's finding from `start` to `end`, else to the end of the clause."""
        end = self.end(start) if end is None else end
        return Found.by(rule, self.cue, self.source, (start, end))


def content_after(
    line: Line, first: int, last: int, cue: Cue, source: Range, later: Sequence[Cue]
) -> Found | None:
    """He said that the ferry would wait."""
    last = _main_verb(line, first, cue, source, later) or last
    at = after_cue(line, cue, last)
    if at >= last:
        return None
    place = _Place(line, cue, source, at, last, stops_of(line, cue, later), _is_inner(line, source))
    if at > cue.last and line.tags[at - 1] in PREPOSITION + "P":
        return None
    found: Iterator[Found | None] = (rule(place) for rule in _RULES)
    return next((one for one in found if one), None)


def _main_verb(line: Line, first: int, cue: Cue, source: Range, later: Sequence[Cue]) -> int | None:
    """Where the clause of a subject ends: "The aide who wrote the letter | said it was late"."""
    relative = source[0] > first and line.tags[source[0] - 1 : source[0] + 1] in _WHO_OF_A_NOUN
    if not relative or has_verb(line, first, source[0]):
        return None
    after = (one.first for one in later if one.use == "finite" and one.first > cue.last + 1)
    return next(after, None)


_WHO_OF_A_NOUN = tuple(f"{noun}w" for noun in NOUN)  # and no comma


def _is_inner(line: Line, source: Range) -> bool:
    """Whether the statement stands in a clause: "while he said …, …", "the mayor, who said …"."""
    before = line.tags[source[0] - 1] if source[0] else ""
    return line.tags[source[0]] == "w" or before == "s"


def _quotation(place: _Place) -> Found | None:
    """He said: “We will wait.”"""
    line, at = place.line, place.at + (place.here in ",:-")
    if at < place.last and line.tags[at] in QUOTED:
        end = _quote_end(line, at, place.last, place.stops)
        return place.found("quotation after", at, end)
    return place.found("colon", at) if place.here == ":" and place.takes(SPOKEN) else None


def _clause(place: _Place) -> Found | None:
    """He said that it would wait; he questioned that report; a plan that he said would fail."""
    if place.here == "t":
        return place.found("that clause" if place.takes(CLAUSE + BELIEF) else "object", place.at)
    gap = place.here in FINITE + "e" and place.takes(CLAUSE)
    return place.found("gap clause", place.at) if gap else None


def _question(place: _Place) -> Found | None:
    """He asked whether it would wait; he asked the crew about the delay."""
    if place.here in "Ww" and place.takes(CLAUSE + QUESTION + BELIEF + OBJECT):
        return place.found("question clause", place.at)
    about = place.line.words[place.at] == "about" and place.takes(QUESTION)
    return place.found("question clause", place.at + 1) if about else None


_WITHHELD = frozenset({"named", "identified", "quoted"})  # "who asked not to be named"


def _act(place: _Place) -> Found | None:
    """He declined to say; he promised to wait."""
    to = place.line.tags[place.at : place.at + 2]
    if place.cue.verb.verb_class == "negated" and to in ("Tu", "Tx"):
        return refusal(place.line, place.last, place.cue, place.source, place.at + 2)
    named = _WITHHELD.intersection(place.line.words[place.at : place.at + 3])
    withheld = named and place.begins < place.at
    to_wait = to[0] == "T" and place.takes(INFINITIVE) and not withheld
    return place.found("infinitive", place.begins) if to_wait else None


def _paused(place: _Place) -> Found | None:
    """As Vasko said, the ferry would wait. But, Vasko said, the ferry would wait."""
    start = place.source[0]
    before = place.line.words[max(0, start - 1)].lower()
    led = before == "as" or place.line.tags[max(0, start - 2) : start] in ("b,", "&,")
    paused = place.here == "," and led and place.takes(CLAUSE)
    return place.found("bare clause", place.at + 1) if paused else None


_TOPICS = frozenset({"about", "against", "of", "on", "over"})


def _topic(place: _Place) -> Found | None:
    """He complained about the delay."""
    at = place.at + 1
    if place.line.words[place.at].lower() not in _TOPICS:
        return None
    return place.found("topic", at, object_end(place.line, at, place.end(at)))


# Before these the first phrase after a cue ends.
_PHRASE_END = re.compile("[,s&-]")


def _bare_clause(place: _Place) -> Found | None:
    """He said the ferry would wait."""
    line, at, verb = place.line, place.at, place.cue.verb
    if place.here not in NOMINAL + NOUN_OR_VERB + "pg*$":
        return None
    if place.aimed or not place.takes(CLAUSE + BELIEF):
        return None
    phrase = _PHRASE_END.search(line.tags, at + 1, place.last)
    if verb.takes(OBJECT) and not has_verb(line, at + 1, phrase.start() if phrase else place.last):
        return None
    return place.found("bare clause", place.begins)


def _object(place: _Place) -> Found | None:
    """He criticised the plan."""
    if not place.takes(OBJECT) or place.aimed:
        return None
    if place.here not in NOMINAL + NOUN_OR_VERB + "piogv*$":
        return None
    return place.found("object", place.at, object_end(place.line, place.at, place.end(place.at)))


def refusal(line: Line, last: int, cue: Cue, source: Range, at: int) -> Found:
    """The harbour master declined to say whether the ferry would wait."""
    end = clause_end(line, at, last, [])
    content = ((at, end),) if line.tags[at : at + 1] in tuple("Wt") else ()
    return Found("refusal", (cue.first, at), cue.at, source, content, cue)


def _quote_end(line: Line, at: int, last: int, stops: list[int]) -> int:
    alone = line.tags[at] == "Q" or comma_before(line, at + 1) or line.tags[at + 1 : at + 2] == "-"
    return at + 1 if alone else clause_end(line, at, last, stops)


_RULES = (_quotation, _clause, _question, _act, _paused, _topic, _bare_clause, _object)
