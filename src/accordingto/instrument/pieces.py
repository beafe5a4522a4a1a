"""The pieces of a statement that its cue interrupts: "I will wait," she said, "till noon"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.instrument.adjuncts import adjuncts
from accordingto.instrument.clauses import has_verb, skip_openers
from accordingto.instrument.found import Range
from accordingto.instrument.tagset import QUOTED
from accordingto.instrument.tokens import Line


def content_start(line: Line, first: int, end: int) -> int:
    """Where content that ends before `end` begins: at a quotation, else past "But" and "And"."""
    tags = line.tags
    start = skip_openers(line, first, end)
    if tags[end - 1] == "Q" or tags[end - 2 : end] == "Q,":
        at = end - 1 if tags[end - 1] == "Q" else end - 2
        if at == start or not has_verb(line, start, at) or tags[at - 1] in ":":
            return at
    return start


def content_stop(line: Line, start: int, end: int) -> int:
    """Its end, without the comma or dash before the source."""
    while end > start and line.tags[end - 1] in ",-":
        end -= 1
    return end


_QUOTED = re.compile("[Qq]")


def resumed(line: Line, at: int, last: int, start: int) -> list[Range]:
    """What goes on after ", he said," up to the end of the sentence that began at `start`."""
    tags = line.tags
    at = adjuncts(line, at, last)
    quoted = _QUOTED.search(tags, at, last)
    if quoted and _follows(line, at, quoted.start()):
        alone = tags[quoted.end() : quoted.end() + 1] in ".,b&"
        return [(quoted.start(), quoted.end() if alone else sentence_end(line, last))]
    if tags[at : at + 1] != "," or at + 1 >= last or tags[start] == "Q":
        return []
    if tags[at + 1] in "gjhb&wkOT" or (tags[at + 1] == "i" and tags[start] != "s"):
        return []
    end = sentence_end(line, last)
    return [(at + 1, end)] if end > at + 1 else []


def _follows(line: Line, at: int, quotation: int) -> bool:
    """Whether a quotation follows on a mark, and nothing said in between."""
    between = line.tags[at:quotation]
    return (
        line.tags[quotation - 1] in ",-:."
        and "g" not in between
        and not has_verb(line, at, quotation)
    )


def sentence_end(line: Line, last: int) -> int:
    """The end of a sentence, without its last mark."""
    while last > 0 and line.tags[last - 1] in ".?!":
        last -= 1
    return last


def has_quotation(line: Line, pieces: Sequence[Range]) -> bool:
    """Whether any of the pieces holds a quotation."""
    return any(tag in QUOTED for first, last in pieces for tag in line.tags[first:last])
