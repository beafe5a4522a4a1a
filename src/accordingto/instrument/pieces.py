"""The pieces of a statement that its cue interrupts: "I will wait," she said, "till noon"."""

from __future__ import annotations

from accordingto.instrument.adjuncts import adjuncts
from accordingto.instrument.clauses import has_verb, skip_openers
from accordingto.instrument.found import Range
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


def resumed(line: Line, at: int, last: int, start: int = 0) -> list[Range]:
    """What goes on after ", he said," up to the end of the sentence."""
    tags = line.tags
    at = adjuncts(line, at, last)
    mark = tags.find(",", at, min(last, at + 8))
    quote = min(
        (x for x in (tags.find("Q", at, last), tags.find("q", at, last)) if x >= 0), default=-1
    )
    if (
        quote >= 0
        and tags[quote - 1] in ",-:."
        and not has_verb(line, at, quote)
        and "g" not in tags[at:quote]
    ):
        stop = quote + 1
        return [(quote, sentence_end(line, last) if tags[stop : stop + 1] not in ".,b&" else stop)]
    if (
        mark == at
        and at + 1 < last
        and tags[at + 1] not in ("gjhb&wkOT" if tags[start] == "s" else "gjhb&iwkOT")
    ):
        end = sentence_end(line, last)
        if end > at + 1:
            return [(at + 1, end)]
    return []


def sentence_end(line: Line, last: int) -> int:
    """The end of a sentence, without its last mark."""
    while last > 0 and line.tags[last - 1] in ".?!":
        last -= 1
    return last
