"""How far two people agree who marked the same texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.classroom.second_marker.texts import WrittenText


@dataclass(frozen=True)
class Pair:
    """A text with the points of both markers."""

    text: WrittenText
    first: float
    second: float


@dataclass(frozen=True)
class MarkerAgreement:
    """How far two markers agree on one exercise.

    `kappa` is Cohen's with weights that grow with the square of the difference ("Weighted kappa",
    Psychological Bulletin 70, 1968), as NLTK computes it: 1 is full agreement, 0 that of chance.
    It is None where both gave one and the same mark throughout, which leaves nothing to correct.
    """

    exercise: str
    texts: int
    same: int
    kappa: float | None


def agreements(pairs: Sequence[Pair]) -> list[MarkerAgreement]:
    """One for each exercise, in the order in which they come."""
    grouped: dict[str, list[Pair]] = {}
    for pair in pairs:
        grouped.setdefault(pair.text.exercise, []).append(pair)
    return [
        MarkerAgreement(
            exercise=exercise,
            texts=len(some),
            same=sum(pair.first == pair.second for pair in some),
            kappa=_kappa(some),
        )
        for exercise, some in grouped.items()
    ]


def _kappa(pairs: Sequence[Pair]) -> float | None:
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import interval_distance

    if len({mark for pair in pairs for mark in (pair.first, pair.second)}) == 1:
        return None
    marks = [
        (marker, pair.text.code, points)
        for pair in pairs
        for marker, points in (("first", pair.first), ("second", pair.second))
    ]
    task = AnnotationTask(marks, distance=interval_distance)
    return float(task.weighted_kappa_pairwise("first", "second"))
