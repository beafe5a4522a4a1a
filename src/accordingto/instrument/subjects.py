"""Subjects that do not stand beside their verb."""

from __future__ import annotations

import re

from accordingto.instrument.clauses import has_verb, skip_openers
from accordingto.instrument.found import Range
from accordingto.instrument.tokens import Line

# "and in a later letter said": the subject stands before the conjunction.
ADJUNCT = re.compile(r"[&b],?i[dxNSrYDe]+,?\Z")
_LEADING = re.compile(r"p|[dDPy]?[xejNPyS]*?[NxS](?=[evfamzh,(i-])")


def leading_noun(line: Line, first: int, verb: int) -> Range | None:
    """The noun phrase that opens a sentence, past an opening adjunct."""
    start = skip_openers(line, first, verb)
    if line.tags[start : start + 1] in ("i", "r", "Y"):
        comma = line.tags.find(",", start, verb)
        if comma < 0 or has_verb(line, start, comma):
            return None
        start = comma + 1
    match = _LEADING.match(line.tags, start, verb)
    return match.span() if match else None
