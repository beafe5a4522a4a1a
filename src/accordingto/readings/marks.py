"""Marks: the labelled places in a text that two readings are compared by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from accordingto.readings.records import Reading
from accordingto.text import Article, Span

Layer = Literal["quotations", "attributions", "reactions", "claims", "faults"]


class Mark(msgspec.Struct, frozen=True):
    """One thing found: its pieces, in order, and what the reader called it."""

    id: str
    pieces: tuple[Span, ...]
    label: str = ""


def marks(reading: Reading, layer: Layer) -> tuple[Mark, ...]:
    """The marks of one layer of a reading.

    An attribution is placed by its content, or by its cue if it has no content; an embedded
    attribution is no mark, since annotators mark the outermost one (PolNeAR).
    """
    return tuple(mark for mark in _LAYERS[layer](reading) if mark.pieces)


def words_of(article: Article, mark: Mark) -> frozenset[int]:
    """Returns the indices into `article.words` of the words that a mark covers."""
    return frozenset(index for piece in mark.pieces for index in article.words_in(piece))


def _quotations(reading: Reading) -> Iterable[Mark]:
    return (Mark(q.id, (q.span,), q.form) for q in reading.quotations)


def _attributions(reading: Reading) -> Iterable[Mark]:
    return (
        Mark(a.id, a.content or a.cue, a.form) for a in reading.attributions if not a.embedded_in
    )


def _reactions(reading: Reading) -> Iterable[Mark]:
    return (Mark(r.id, r.evidence, r.stance) for r in reading.reactions)


def _claims(reading: Reading) -> Iterable[Mark]:
    return (Mark(c.id, (c.span,), c.kind) for c in reading.claims)


def _faults(reading: Reading) -> Iterable[Mark]:
    return (Mark(f.id, (f.span,), f.certainty) for f in reading.faults)


_LAYERS: dict[Layer, Callable[[Reading], Iterable[Mark]]] = {
    "quotations": _quotations,
    "attributions": _attributions,
    "reactions": _reactions,
    "claims": _claims,
    "faults": _faults,
}
