"""Cues: where a verb of the list is used as a verb, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from accordingto.instrument.lexicon import Verb, classed, verb_forms
from accordingto.instrument.tokens import Line

Use = Literal["finite", "participle", "infinitive", "passive"]

_CANDIDATE = re.compile("[zvguh]")
# "He’s predicting": a pronoun and a form of be in one word.
_SHORT_BE = re.compile(r"[’'](?:s|re|m)\Z")
# ", the Daily Herald reports.": a short noun phrase between a comma and the verb.
_ASIDE = re.compile(r"[,Qq][dPyD]?[xN]+\Z")


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
    helpers = classed("helpers.txt")
    for form in verb_forms()[words[at].lower()]:
        end = at + 1 + len(form.particle)
        if form.particle and [w.lower() for w in words[at + 1 : end]] != list(form.particle):
            continue
        break
    else:
        return None
    start = at
    while start > first and tags[start - 1] in "amr":
        start -= 1
    group = {helpers.get(word.lower()) for word in words[start:at]}
    if at > first and words[at][0].isupper() and form.tag in "zug":
        return None
    helped = any(tag in "am" for tag in tags[start:at])
    while start < at and tags[start] == "r" and helped:
        start += 1
    before = tags[start - 1] if start > first else "^"
    if before == "d" and words[start - 1].lower() not in helpers:
        before = "S"
    if form.tag == "g" and before == "p" and _SHORT_BE.search(words[start - 1]):
        helped = True
    use = _use(form.tag, before, helped, "be" in group, form.verb, tags, at, end, last)
    if use is None:
        return None
    if use == "infinitive":
        start -= 1
    return Cue(form.verb, use, form.tag, start, at, end, "not" in group)


def _use(
    tag: str,
    before: str,
    helped: bool,
    passive: bool,
    verb: Verb,
    tags: str,
    at: int,
    end: int,
    last: int,
) -> Use | None:
    after = tags[end] if end < last else "."
    if tag == "g":
        if passive or helped:
            return "finite"
        return None if before in "dPyO" else "participle"
    if passive and tag == "v":
        return "passive"
    if helped:
        return "finite"
    if tag == "v":
        if before in "^,Ws" and (
            verb.lemma == "ask about"
            or (after in "BWiOT" and verb.takes("t") | verb.takes("w") | (verb.lemma == "press"))
        ):
            return "passive"
        return None if before in "dPyiOBTm" else "finite"
    if before == "T":
        return "infinitive" if tag == "u" else None
    if before in "dPyiOBDq":
        return None
    if tag == "z":
        if (
            not verb.takes("n")
            or before in "pw)-"
            or (after in ".," and _ASIDE.search(tags, max(0, at - 8), at))
            or (after == "T" and verb.takes("i") and before in "xN")
            or (before in "N," and (after not in "iO&.,BT" or "Q" in tags[max(0, at - 12) : at]))
        ):
            return "finite"
        return "finite" if after in "tQqWpdrD" and before in "NSx,&" else None
    if before in "NSx" and after in "tW":
        return "finite"
    if before in "SpwN&,xDY)%" and not (
        before == "N" and verb.takes("n") and after not in "tQqWpd"
    ):
        if verb.takes("n") and after not in "tQqWpdN":
            return None
        return "finite"
    return None
