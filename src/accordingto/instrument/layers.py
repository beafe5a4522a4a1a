"""Layers: one attribution inside another, told by another, or split where its form changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.instrument.adjuncts import venue
from accordingto.instrument.finding import Finding, Range
from accordingto.instrument.lexicon import classed
from accordingto.instrument.sentences import sentence_at
from accordingto.instrument.tagset import FINITE, QUOTED
from accordingto.instrument.tokens import Line

# Attributions before and after: no layer reaches further, and time stays in step with length.
NEAR = 12


@dataclass(frozen=True)
class Layered:
    """An attribution and its place among the others of its paragraph.

    `inside` is the index of the one it stands in, `carries` the one inside it, `told_by` an
    "according to" that only names who passed it on.
    """

    found: Finding
    inside: int | None = None
    carries: Finding | None = None
    told_by: Finding | None = None
    venue: Range | None = None


def layered(line: Line, found: Sequence[Finding]) -> list[Layered]:
    """Order by layer: outer before inner, so that an inner one can name the outer."""
    kept, told = _relayed(line, found)
    parts = [part for one in kept for part in split(line, one)]
    parts.sort(key=lambda one: (one.content[0][0] if one.content else one.cue[0], -_length(one)))
    return [_layer(line, parts, number, told) for number in range(len(parts))]


def _relayed(line: Line, found: Sequence[Finding]) -> tuple[list[Finding], dict[int, Finding]]:
    """The finding, without the "according to" that only says who passed a quotation on.

    Those stand beside, by the cue of what they passed on.
    """
    kept: list[Finding] = []
    told: dict[int, Finding] = {}
    for one in found:
        quoted = (f for f in kept[-NEAR:] if _holds(one, f) and _is_speech(line, f))
        inner = next(quoted, None) if one.rule == "according to" else None
        if inner:
            told[inner.at] = one
        else:
            kept.append(one)
    return kept, told


def _is_speech(line: Line, found: Finding) -> bool:
    """Whether it is a quotation that is a sentence of its own."""
    return any("Q" in line.tags[first:end] for first, end in found.content)


def _layer(line: Line, parts: Sequence[Finding], number: int, told: dict[int, Finding]) -> Layered:
    one, first = parts[number], max(0, number - NEAR)
    beside = parts[first : number + NEAR]
    return Layered(
        one,
        inside=next((i for i in range(first, number) if _holds(parts[i], one)), None),
        carries=next((f for f in beside if f is not one and _holds(one, f) and f.content), None),
        told_by=told.get(one.at),
        venue=_venue(line, one),
    )


def _venue(line: Line, found: Finding) -> Range | None:
    """Where it was said; a day alone is no place, and no refusal is made at its topic."""
    at = found.cue[1]
    if line.tags[at : at + 1] != "i" or found.holds(at + 1):
        return None
    sentence, first = sentence_at(line, at)
    end = venue(sentence, at - first) + first
    kinds = (classed("venues.txt").get(word.lower()) for word in line.words[at + 1 : end])
    return (at + 1, end) if "place" in kinds else None


_GOES_ON = re.compile(f"[{QUOTED}](&)[{FINITE}e]")  # "“a mistake” | and | had sent a letter"
_TO_QUOTED = re.compile(f"T(?=[{QUOTED}])")  # "accused her of delay | to “please the crowd. …”"


def split(line: Line, found: Finding) -> list[Finding]:
    """Two records where one cue reports a quoted part and then an unquoted one, or the reverse.

    "She said it was “a mistake” and had sent a letter" reports twice.
    """
    if len(found.content) != 1:
        return [found]
    first, last = found.content[0]
    if on := _GOES_ON.search(line.tags, first, last):
        cut, begins = on.span(1)
    elif (to := _TO_QUOTED.search(line.tags, first + 2, last)) and "." in line.words[to.end()][:-3]:
        cut = begins = to.start()
    else:
        return [found]
    return [replace(found, content=(piece,)) for piece in ((first, cut), (begins, last))]


def _holds(outer: Finding, inner: Finding) -> bool:
    return outer.at != inner.at and outer.holds(inner.at)


def _length(found: Finding) -> int:
    return sum(last - first for first, last in found.content)
