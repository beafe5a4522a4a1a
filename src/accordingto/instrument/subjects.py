"""Subjects that do not stand beside their verb."""

from __future__ import annotations

import re

from accordingto.instrument.clauses import has_verb, skip_openers
from accordingto.instrument.cues import Cue
from accordingto.instrument.found import Range
from accordingto.instrument.tokens import Line

# "and in a later letter said": the subject stands before the conjunction.
ADJUNCT = re.compile(r"[&b],?i[dxNSrYDe]+,?\Z")
_LEADING = re.compile(r"p|[dDPy]?[xejNPyS]*?[NxS](?=[evfamz,(i-])")


_AWAITED = re.compile(r",(p|[dDPy]?[xejNPyS]*[NxS])(?=[r]*[evfamzu])")


def awaited(line: Line, first: int, last: int, cue: Cue) -> Range | None:
    """The subject that an opening participle waits for: "Noting the delay, Vasko left"."""
    if cue.use != "participle" or has_verb(line, first, cue.first):
        return None
    match = _AWAITED.search(line.tags, cue.last, last)
    return match.span(1) if match else None


def leading_noun(line: Line, first: int, verb: int) -> Range | None:
    """The noun phrase that opens a sentence."""
    start = skip_openers(line, first, verb)
    match = _LEADING.match(line.tags, start, verb)
    return match.span() if match else None
