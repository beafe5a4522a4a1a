"""The rule for a cue in the passive: asked by a reporter whether the ferry would wait, …"""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.instrument.adjuncts import adjuncts
from accordingto.instrument.clauses import clause_end, stops_of
from accordingto.instrument.cues import Cue
from accordingto.instrument.finding import Finding
from accordingto.instrument.lexicon import ADDRESSEE, NAMING, OBJECT, PUT, QUESTION
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.sources import source_after, source_before
from accordingto.instrument.tagset import CLAUSE_OPENER, NOMINAL


def passive(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> Finding | None:
    """Asked by a reporter whether the ferry would wait, …"""
    if sentence.among(cue.end, "B") and not cue.verb.takes(ADDRESSEE + QUESTION + PUT):
        return _by(sentence, cue)
    if called := _called(sentence, cue):
        return called
    tags = sentence.tags
    at = adjuncts(sentence, cue.end)
    supposed = sentence.word(cue.first - 1).startswith("it") or sentence.word(cue.first).startswith(
        "it"
    )
    if tags[at : at + 1] != "t" and not supposed and not cue.verb.takes(ADDRESSEE + QUESTION + PUT):
        return None
    source = source_after(sentence, at + 1) if tags[at : at + 1] == "B" else None
    if source:
        topic = tags.find("i", *source)  # "by a reporter | on the delay"
        source = (source[0], topic) if topic > source[0] else source
        at = adjuncts(sentence, source[1])
    at += tags[at : at + 1] == "i"
    at += tags[at : at + 2] in (",Q", ",q")
    if at >= len(tags) or tags[at] not in CLAUSE_OPENER + NOMINAL + "wT":
        return None
    stop = clause_end(sentence, at, stops_of(sentence, cue, later))
    led = _LEADS_UP.search(tags, 0, cue.first + 1)  # "When he was asked whether …, Vasko smiled"
    if led or (tags[at] in NOMINAL + "T" and not supposed):
        stop = _first_comma(sentence, at, stop)
    return Finding.by("passive", cue, source, (at, stop))


_LEADS_UP = re.compile(r"[sW]|\A[ve]|,[ve]\Z")
_AS = re.compile("s?[dxejNPyS]{0,5}[QqNxS](?=B)")  # "a charlatan | by", "as “late” | by"


def _called(sentence: Sentence, cue: Cue) -> Finding | None:
    """The plan was called “late” by the harbour master."""
    said = _AS.match(sentence.tags, cue.end) if cue.verb.takes(OBJECT) else None
    told = source_before(sentence, cue.first)
    if not said or not told or not (cue.verb.takes(NAMING) or sentence.word(cue.end) == "as"):
        return None
    source = source_after(sentence, said.end() + 1)
    if not source or sentence.among(source[0], "jg"):
        return None
    start = cue.end + (sentence.word(cue.end) == "as")
    return Finding.by("passive", cue, source, told, (start, said.end()))


_FOR = re.compile("[iO](?=[jg])")  # "criticised by rivals | for failing to wait"


def _by(sentence: Sentence, cue: Cue) -> Finding | None:
    """The plan was criticised by the harbour master."""
    source, told = source_after(sentence, cue.end + 1), source_before(sentence, cue.first)
    if not source or not told or sentence.among(told[0], "w") or sentence.among(source[0], "jg"):
        return None
    if act := _FOR.search(sentence.tags, *source):
        end = clause_end(sentence, act.start())
        return Finding.by("passive", cue, (source[0], act.start()), told, (act.start(), end))
    if sentence.word(source[1]) == "as":  # "was described by critics | as “late”"
        as_what = (source[1] + 1, clause_end(sentence, source[1] + 1))
        return Finding.by("passive", cue, source, told, as_what)
    return Finding.by("passive", cue, source, told)


def _first_comma(sentence: Sentence, at: int, stop: int) -> int:
    """Where what was asked ends: at its comma, or after a quotation that holds one."""
    for end in range(at, stop):
        if "," in sentence.words[end][-2:]:
            return end + sentence.quoted(end)
    return stop
