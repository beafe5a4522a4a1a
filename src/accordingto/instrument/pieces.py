"""The pieces of a statement that its cue interrupts: "I will wait," she said, "till noon"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.instrument.adjuncts import adjuncts
from accordingto.instrument.clauses import skip_openers
from accordingto.instrument.found import Range
from accordingto.instrument.tagset import QUOTED
from accordingto.instrument.tokens import Line


def content_start(line: Line, first: int, end: int) -> int:
    """Where content that ends before `end` begins: past "But" and "And", or at "…: “We wait.”"."""
    return end - 1 if line.tags[end - 2 : end] == ":Q" else skip_openers(line, first, end)


def content_stop(line: Line, start: int, end: int) -> int:
    """Its end, without the comma or dash before the source."""
    while end > start and line.tags[end - 1] in ",-(":
        end -= 1
    return end


_QUOTED = re.compile("[Qq]")


def resumed(line: Line, at: int, last: int, start: int) -> list[Range]:
    """What goes on after ", he said," up to the end of the sentence that began at `start`."""
    tags = line.tags
    at = adjuncts(line, at, last)
    quoted = _QUOTED.search(tags, at, last)
    if quoted and _follows(line, at, quoted.start()):
        return [quoted.span()]
    if tags[at : at + 1] != "," or tags[start] == "Q" or tags[at + 1 : at + 2] in tuple("gwi"):
        return []
    return [(at + 1, sentence_end(line, last))]


def _follows(line: Line, at: int, quotation: int) -> bool:
    """Whether a quotation follows on a mark, and nothing said in between."""
    return line.tags[quotation - 1] in ",-:." and "g" not in line.tags[at:quotation]


def sentence_end(line: Line, last: int) -> int:
    """The end of a sentence, without its last mark."""
    while last > 0 and line.tags[last - 1] in ".?!":
        last -= 1
    return last


def has_quotation(line: Line, pieces: Sequence[Range]) -> bool:
    """Whether any of the pieces holds a quotation."""
    return any(tag in QUOTED for first, last in pieces for tag in line.tags[first:last])
