"""Cues: where a verb of the list is used as a verb, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from accordingto.instrument.lexicon import (
    ADDRESSEE,
    ALSO_NOUN,
    INFINITIVE,
    PUT,
    QUESTION,
    Form,
    Verb,
    classed,
    verb_forms,
)
from accordingto.instrument.tagset import (
    CLAUSE_OPENER,
    DETERMINING,
    HELPING,
    NOUN,
    PREPOSITION,
)
from accordingto.instrument.tokens import Line

Use = Literal["finite", "participle", "infinitive", "passive"]

_CANDIDATE = re.compile("[zvguh]")
# "He’s predicting": a pronoun and a form of be in one word.
_SHORT_BE = re.compile(r"[’'](?:s|re|m)\Z")
# ", the Daily Herald reports.": a short noun phrase between a comma and the verb.
_ASIDE = re.compile(r"[,Qq][dPyD]?[xN]+\Z")
_NEAR = 12  # words before a verb that are looked at


@dataclass(frozen=True)
class Cue:
    """A verb that reports. `first` to `last` are the words of its group, `at` the verb itself."""

    verb: Verb
    use: Use
    tag: str
    first: int
    at: int
    last: int
    negated: bool = False


def cues(line: Line, first: int, last: int) -> list[Cue]:
    """The cues of one sentence, in order."""
    found = []
    for match in _CANDIDATE.finditer(line.tags, first, last):
        cue = _cue(line, match.start(), first, last)
        if cue:
            found.append(cue)
    return found


def _cue(line: Line, at: int, first: int, last: int) -> Cue | None:
    tags, words = line.tags, line.words
    form = _form(line, at)
    if form is None or (at > first and words[at][0].isupper() and form.tag in "zug"):
        return None
    end = at + 1 + len(form.particle)
    start = at
    while start > first and tags[start - 1] in HELPING + "r":
        start -= 1
    helpers = classed("helpers.txt")
    group = {helpers.get(word.lower()) for word in words[start:at]}
    helped = any(tag in HELPING for tag in tags[start:at])
    while start < at and tags[start] == "r" and helped:
        start += 1
    before = tags[start - 1] if start > first else "^"
    if before == "d" and words[start - 1].lower() not in helpers:
        before = "S"  # "many say", not "the say"
    if form.tag == "g" and before == "p" and _SHORT_BE.search(words[start - 1]):
        helped = True
    place = _Place(form.verb, tags, at, before, tags[end] if end < last else ".")
    use = _use(form.tag, helped, "be" in group, place)
    if use is None:
        return None
    return Cue(form.verb, use, form.tag, start - (use == "infinitive"), at, end, "not" in group)


def _form(line: Line, at: int) -> Form | None:
    """The verb form that begins at a word, the longest first: "pointed out", then "pointed"."""
    for form in verb_forms()[line.words[at].lower()]:
        follows = line.words[at + 1 : at + 1 + len(form.particle)]
        if not form.particle or tuple(word.lower() for word in follows) == form.particle:
            return form
    return None


@dataclass(frozen=True)
class _Place:
    """Where a verb form stands: the letters before its group and after it."""

    verb: Verb
    tags: str
    at: int
    before: str
    after: str

    def led_up(self, pattern: re.Pattern[str] | str) -> bool:
        """Whether the few words before hold the pattern."""
        return bool(re.search(pattern, self.tags[max(0, self.at - _NEAR) : self.at]))


def _use(tag: str, helped: bool, passive: bool, place: _Place) -> Use | None:
    if tag == "g":
        if passive or helped:
            return "finite"
        return None if place.before in DETERMINING + "O" else "participle"
    if passive and tag == "v":
        return "passive"
    if helped:
        return "finite"
    if tag == "v":
        return _use_of_past(place)
    if place.before == "T":
        return "infinitive" if tag == "u" else None
    if place.before in DETERMINING + "iOBDq":
        return None
    return "finite" if (_says(place) if tag == "z" else _say(place)) else None


def _use_of_past(place: _Place) -> Use | None:
    """Of "asked": a passive where nobody stands before it, "Asked whether …, Vasko smiled"."""
    asked = place.verb.takes(ADDRESSEE + QUESTION + PUT)
    topic = place.after in PREPOSITION + "W" or " about" in place.verb.lemma
    if place.before in "^,Ws" and asked and topic:
        return "passive"
    return None if place.before in DETERMINING + PREPOSITION + "m" else "finite"


def _says(place: _Place) -> bool:
    """Whether "reports" is a verb: always, unless the word may be the plural of a noun."""
    before, after = place.before, place.after
    return (
        not place.verb.takes(ALSO_NOUN)
        or before in "pw)-"
        or (after in ".," and place.led_up(_ASIDE))
        or (after == "T" and place.verb.takes(INFINITIVE) and before in NOUN)
        or (before in "N," and (after not in PREPOSITION + "&.," or place.led_up("Q")))
        or (after in CLAUSE_OPENER + "dDr" and before in NOUN + ",&")
    )


def _say(place: _Place) -> bool:
    """Whether "say" or "claim" is a verb: after a subject, with what can be its content."""
    before, after = place.before, place.after
    if before in NOUN and after in "tW":
        return True
    noun = place.verb.takes(ALSO_NOUN)
    if before not in NOUN + "pw&,DY)%":
        return False
    return not noun or after in CLAUSE_OPENER + ("d" if before == "N" else "dN")
