"""Cues: where a verb of the list is used as a verb, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from accordingto.instrument.lexicon import (
    ADDRESSEE,
    ALSO_NOUN,
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

_CANDIDATE = re.compile("[zvgu]")


@dataclass(frozen=True)
class Cue:
    """A verb that reports. `first` to `last` are the words of its group, `at` the verb itself."""

    verb: Verb
    use: Use
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
    if form is None:
        return None
    end = at + 1 + len(form.particle)
    start = at
    while start > first and tags[start - 1] in HELPING + "r":
        start -= 1
    helpers = classed("helpers.txt")
    group = {helpers.get(word.lower()) for word in words[start:at]}
    helped = any(tag in HELPING for tag in tags[start:at])
    before = tags[start - 1] if start > first else "^"
    if before == "d" and words[start - 1].lower() not in helpers:
        before = "S"  # "many say", not "the say"
    after = tags[end] if end < last else "."
    use = _use(form, helped or (form.tag == "g" and before == "p"), "be" in group, before, after)
    if use is None:
        return None
    return Cue(form.verb, use, start - (use == "infinitive"), at, end, "not" in group)


def _form(line: Line, at: int) -> Form | None:
    """The verb form that begins at a word, the longest first: "pointed out", then "pointed"."""
    for form in verb_forms()[line.words[at].lower()]:
        follows = line.words[at + 1 : at + 1 + len(form.particle)]
        if not form.particle or tuple(word.lower() for word in follows) == form.particle:
            return form
    return None


def _use(form: Form, helped: bool, passive: bool, before: str, after: str) -> Use | None:
    """How a verb form is used, by its helping verbs and the letters before and after its group."""
    if passive and form.tag == "v":
        return "passive"
    if helped:
        return "finite"
    if form.tag == "v":
        return _use_of_past(form.verb, before, after)
    if before == "T":
        return "infinitive" if form.tag == "u" else None
    if before in DETERMINING:
        return None
    if form.tag == "g":
        return "participle"
    may = _says(before, after) if form.tag == "z" else after in CLAUSE_OPENER + "d"
    return "finite" if may or not form.verb.takes(ALSO_NOUN) else None


def _use_of_past(verb: Verb, before: str, after: str) -> Use | None:
    """Of "asked": a passive where nobody stands before it, "Asked whether …, Vasko smiled"."""
    topic = after in PREPOSITION + "W" or " about" in verb.lemma
    if before in "^,s" and topic and verb.takes(ADDRESSEE + QUESTION + PUT):
        return "passive"
    return None if before in DETERMINING + PREPOSITION else "finite"


def _says(before: str, after: str) -> bool:
    """Whether "reports" is a verb, and not the plural of a noun."""
    clause = after in CLAUSE_OPENER + "dDr" and before in NOUN + "&"
    return before in "pw)-N," or after == "T" or clause
