"""The rule for a cue in the passive: asked by a reporter whether the ferry would wait, …"""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.instrument.clauses import clause_end, stops_of
from accordingto.instrument.cues import Cue
from accordingto.instrument.found import Found
from accordingto.instrument.lexicon import ADDRESSEE, PUT, QUESTION
from accordingto.instrument.sources import source_after
from accordingto.instrument.tagset import CLAUSE_OPENER, NOMINAL, QUOTED
from accordingto.instrument.tokens import Line


def passive(line: Line, first: int, last: int, cue: Cue, later: Sequence[Cue]) -> Found | None:
    """Asked by a reporter whether the ferry would wait, …"""
    tags = line.tags
    at = cue.last
    if tags[at : at + 1] != "t" and not cue.verb.takes(ADDRESSEE + QUESTION + PUT):
        return None
    source = source_after(line, at + 1, last) if tags[at : at + 1] == "B" else None
    if source:
        topic = tags.find("i", *source)  # "by a reporter | on the delay"
        source = (source[0], topic) if topic > source[0] else source
        at = source[1]
    at += tags[at : at + 1] == "i"
    at += tags[at : at + 2] in (",Q", ",q")
    if at >= last or tags[at] not in CLAUSE_OPENER + NOMINAL + "wT":
        return None
    stop = _first_comma(line, at, clause_end(line, at, last, stops_of(line, cue, later)))
    return Found.by("passive", cue, source, (at, stop))


def _first_comma(line: Line, at: int, stop: int) -> int:
    """Where what was asked ends: at its comma, or after a quotation that holds one."""
    for end in range(at, stop):
        if "," in line.words[end][-2:]:
            return end + (line.tags[end] in QUOTED)
    return stop
