"""Layers: one attribution inside another, told by another, or split where its form changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.instrument.adjuncts import venue
from accordingto.instrument.found import Found, Range
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

    found: Found
    inside: int | None = None
    carries: Found | None = None
    told_by: Found | None = None
    venue: Range | None = None


def layered(line: Line, found: Sequence[Found]) -> list[Layered]:
    """Order by layer: outer before inner, so that an inner one can name the outer."""
    told: dict[int, Found] = {}
    kept: list[Found] = []
    for one in found:
        inner = next(
            (
                f
                for f in kept[-NEAR:]
                if one.rule == "according to" and _holds(one, f) and _quotes(line, f)
            ),
            None,
        )
        if inner is not None:
            told[inner.at] = one
        else:
            kept.append(one)
    kept = [part for one in kept for part in split(line, one)]
    kept.sort(key=lambda one: (one.content[0][0] if one.content else one.cue[0], -_length(one)))
    layers: list[Layered] = []
    for number, one in enumerate(kept):
        first = max(0, number - NEAR)
        outer = next((i for i in range(first, number) if _holds(kept[i], one)), None)
        beside = kept[first : number + NEAR]
        inner = next((f for f in beside if f is not one and _holds(one, f) and f.content), None)
        where = (
            venue(line, one.cue[1], len(line.tags))
            if line.tags[one.cue[1] : one.cue[1] + 1] == "i"
            else 0
        )
        layers.append(
            Layered(one, outer, inner, told.get(one.at), (one.cue[1] + 1, where) if where else None)
        )
    return layers


def split(line: Line, found: Found) -> list[Found]:
    """Two records where one cue reports a quoted part and then an unquoted one, or the reverse.

    "She said it was “a mistake” and had sent a letter" reports twice.
    """
    if len(found.content) != 1 or found.rule in ("quotation before", "inverted", "according to"):
        return [found]
    first, last = found.content[0]
    tags = line.tags
    marked = [at for at in range(first, last) if tags[at] in QUOTED]
    if not marked or last - first < 4:
        return [found]
    after = marked[-1] + 1
    if (
        after + 1 < last
        and tags[after] == "&"
        and tags[after + 1 : after + 2] in tuple(FINITE + "e")
    ):
        return [
            replace(found, content=((first, after),)),
            replace(found, content=((after + 1, last),)),
        ]
    at = marked[0]
    if at > first + 2 and tags[at - 1] == "T" and "." in line.words[at][:-3]:
        return [
            replace(found, content=((first, at - 1),)),
            replace(found, content=((at - 1, last),)),
        ]
    return [found]


def _holds(outer: Found, inner: Found) -> bool:
    return outer.at != inner.at and any(first <= inner.at < last for first, last in outer.content)


def _quotes(line: Line, found: Found) -> bool:
    return any(tag in QUOTED for first, last in found.content for tag in line.tags[first:last])


def _length(found: Found) -> int:
    return sum(last - first for first, last in found.content)
