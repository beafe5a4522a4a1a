"""Rules for content that stands after its cue: she said that the ferry would wait."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.instrument.adjuncts import after_cue
from accordingto.instrument.clauses import (
    clause_end,
    comma_before,
    has_verb,
    object_end,
    skip_openers,
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
    QUOTATION,
    SPOKEN,
)
from accordingto.instrument.tagset import (
    FINITE,
    NOMINAL,
    NOUN,
    NOUN_OR_VERB,
    PREPOSITION,
    QUOTED,
    VERBAL,
)
from accordingto.instrument.tokens import Line


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

    def found(self, rule: str, start: int, end: int | None = None) -> Found | None:
        """That rule's finding from `start` to `end`, else to the end of the clause."""
        end = self.end(start) if end is None else end
        group = (self.cue.first, self.cue.last)
        content = ((start, end),)
        return (
            Found(rule, group, self.cue.at, self.source, content, self.cue) if end > start else None
        )


def content_after(
    line: Line, first: int, last: int, cue: Cue, source: Range, later: Sequence[Cue]
) -> Found | None:
    """He said that the ferry would wait."""
    at = after_cue(line, cue, last)
    if at >= last:
        return None
    inner = _is_inner(line, first, last, source)
    place = _Place(line, cue, source, at, last, stops_of(line, cue, later), inner)
    if place.here in QUOTED and at > cue.last and line.tags[at - 1] in PREPOSITION + "P":
        return None
    one = _quotation(place) or _clause(place) or _question(place) or _act(place)
    if one:
        return one
    if place.here == "," and _may_pause(line, first, source):
        return _paused(place)
    return (
        None if place.here in ".,;-?!" else _topic(place) or _bare_clause(place) or _object(place)
    )


def _is_inner(line: Line, first: int, last: int, source: Range) -> bool:
    """Whether the statement stands in a clause: "while he said …, …", "the mayor, who said …"."""
    if source[0] == 0:
        return False
    start = skip_openers(line, first, last)
    opened = line.tags[start] in "sW" and 0 < source[0] - start < 3
    return opened or line.tags[source[0]] == "w" or line.tags[source[0] - 1] in "sW"


def _quotation(place: _Place) -> Found | None:
    """He said: “We will wait.”"""
    marked = place.here in ",:-"
    at = place.at + marked
    quoted = at < place.last and place.line.tags[at] in QUOTED
    if quoted and place.takes(SPOKEN if marked else SPOKEN + OBJECT):
        return place.found(
            "quotation after", at, _quote_end(place.line, at, place.last, place.stops)
        )
    return place.found("colon", at) if place.here == ":" and place.takes(SPOKEN) else None


def _clause(place: _Place) -> Found | None:
    """He said that it would wait; he questioned that report; a plan that he said would fail."""
    if place.here == "t" and place.takes(CLAUSE + BELIEF + OBJECT):
        return place.found("that clause" if place.takes(CLAUSE + BELIEF) else "object", place.at)
    before = place.line.tags[place.source[0] - 1] if place.source[0] else "^"
    gap = place.here in FINITE + "e" and before in NOUN + "wtW"
    return place.found("gap clause", place.at) if gap and place.takes(CLAUSE) else None


def _question(place: _Place) -> Found | None:
    """He asked whether it would wait; he asked the crew about the delay."""
    if place.here in "Ww" and place.takes(CLAUSE + QUESTION + BELIEF + OBJECT):
        return place.found("question clause", place.at)
    if not place.takes(QUESTION) or place.here == ",":
        return None
    for ahead in range(place.at, min(place.at + 12, place.last)):
        word = place.line.words[ahead]
        if place.line.tags[ahead] == "W" or word in ("about", "who", "which"):
            return place.found("question clause", ahead + (word == "about"))
        if place.line.tags[ahead] in VERBAL + ",.;" + QUOTED:
            break
    return None


def _act(place: _Place) -> Found | None:
    """He declined to say; he promised to wait."""
    to = place.line.tags[place.at : place.at + 2]
    if place.cue.verb.verb_class == "negated" and to in ("Tu", "Tx"):
        return refusal(place.line, place.last, place.cue, place.source, place.at + 2)
    return place.found("infinitive", place.at) if to[0] == "T" and place.takes(INFINITIVE) else None


def _may_pause(line: Line, first: int, source: Range) -> bool:
    """Whether a comma may follow the cue: "As Vasko said, …", "But, he said, …", "He said, …"."""
    start = skip_openers(line, first, source[0])
    return start == source[0] or line.words[source[0] - 1].lower() == "as"


def _paused(place: _Place) -> Found | None:
    """As Vasko said, the ferry would wait."""
    at = place.at + 1
    clause = at < place.last and place.line.tags[at] in NOMINAL + "ps"
    if not clause or not place.takes(CLAUSE) or not has_verb(place.line, at, place.last):
        return None
    return place.found("bare clause", at)


_TOPICS = frozenset({"about", "against", "of", "on", "over"})


def _topic(place: _Place) -> Found | None:
    """He complained about the delay."""
    at = place.at + 1
    if place.line.words[place.at].lower() not in _TOPICS or not place.takes(CLAUSE + QUOTATION):
        return None
    return (
        place.found("topic", at, object_end(place.line, at, place.end(at)))
        if at < place.last
        else None
    )


# Before these the first phrase after a cue ends.
_PHRASE_END = re.compile("[,s&-]")


def _bare_clause(place: _Place) -> Found | None:
    """He said the ferry would wait."""
    line, at, verb = place.line, place.at, place.cue.verb
    if place.here not in NOMINAL + NOUN_OR_VERB + "pirg*$" or place.aimed:
        return None
    if not place.takes(CLAUSE + BELIEF) or (place.here in "ir" and verb.lemma != "say"):
        return None
    phrase = _PHRASE_END.search(line.tags, at + 1, place.last)
    if verb.takes(OBJECT) and not has_verb(line, at + 1, phrase.start() if phrase else place.last):
        return None
    end = place.end(at)
    clause = place.here == "p" or has_verb(line, at + 1, end) or "q" in line.tags[at:end]
    if clause or (not verb.takes(OBJECT) and end - at > 2):
        return place.found("bare clause", at, end)
    return None


def _object(place: _Place) -> Found | None:
    """He criticised the plan."""
    asked = place.takes(QUESTION) and place.takes(INFINITIVE)  # asked the crew | to wait
    if asked and "T" not in place.line.tags[place.at : place.at + 8]:
        return None
    if not place.takes(OBJECT) or place.aimed:
        return None
    if place.here not in NOMINAL + NOUN_OR_VERB + "piogv*$":
        return None
    return place.found("object", place.at, object_end(place.line, place.at, place.end(place.at)))


def refusal(line: Line, last: int, cue: Cue, source: Range, at: int) -> Found:
    """The harbour master declined to say whether the ferry would wait."""
    end = clause_end(line, at, last, [])
    content = ((at, end),) if line.tags[at : at + 1] in NOMINAL + "Wt" and end > at else ()
    return Found("refusal", (cue.first, at), cue.at, source, content, cue)


def _quote_end(line: Line, at: int, last: int, stops: list[int]) -> int:
    tags = line.tags
    if tags[at] == "Q":
        return at + 1
    if comma_before(line, at + 1) and tags[at + 1 : at + 2] not in ("&", "q"):
        return at + 1
    if at + 1 >= last or tags[at + 1] in ".,;-":
        end = at + 1
        if tags[end : end + 2] in (",&", ",q"):
            return clause_end(line, at, last, stops)
        return end
    return clause_end(line, at, last, stops)
