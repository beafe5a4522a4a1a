"""Subjects that do not stand beside their verb."""

from __future__ import annotations

import re

from accordingto.instrument.clauses import skip_openers
from accordingto.instrument.cues import Cue
from accordingto.instrument.finding import Range
from accordingto.instrument.sentences import Sentence

# "and in a later letter said": the subject stands before the conjunction.
ADJUNCT = re.compile(r"[&b],?i[dxNSrYDe]+,?\Z")
_LEADING = re.compile(r"p|[dDPy]?[xejNPyS]*?[NxS](?=[evfamz,(i-])")


_AWAITED = re.compile(r"[,Qq](p|[dDPy]?[xejNPyS]*[NxS])(?=[r]*[evfamzu])")


def awaited(sentence: Sentence, cue: Cue) -> Range | None:
    """The subject that an opening participle waits for: "Noting the delay, Vasko left"."""
    if cue.use != "participle" or sentence.has_verb(0, cue.first):
        return None
    found = _AWAITED.finditer(sentence.tags, cue.end)
    return next((one.span(1) for one in found if sentence.comma_before(one.start(1))), None)


def leading_noun(sentence: Sentence, verb: int) -> Range | None:
    """The noun phrase that opens a sentence."""
    start = skip_openers(sentence, verb)
    match = _LEADING.match(sentence.tags, start, verb)
    return match.span() if match else None
