"""How far a class's scores would come out the same with other exercises of the kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import pvariance

from accordingto.classroom.room.first_tries import FirstTries


@dataclass(frozen=True)
class Reliability:
    """Cronbach's alpha (1951), and the standard error of a score, in points.

    For exercises that are right or wrong, alpha is Kuder and Richardson's formula 20. `students`
    are those who answered all of the `exercises`, by which both are computed.
    """

    alpha: float
    error: float
    students: int
    exercises: int


def reliability(scores: FirstTries) -> Reliability | None:
    """The reliability of a class's scores; None where it has no value.

    It has one of two exercises and more, which two students and more answered, not all alike.
    Exercises that fewer than half of the class answered are left out.
    """
    half = len(scores.students) / 2
    counted = {
        question.id: question.points
        for question in scores.sheet
        if question.points and sum(question.id in one for one in scores.students) > half
    }
    rows = [
        {name: points * one[name].credit for name, points in counted.items()}
        for one in scores.students
        if counted.keys() <= one.keys()
    ]
    return cronbach(rows)


def cronbach(rows: Sequence[Mapping[str, float]]) -> Reliability | None:
    """Alpha of complete rows: points by exercise, a row a student; None where it has no value."""
    names = list(rows[0]) if rows else []
    if len(rows) < 2 or len(names) < 2:
        return None
    whole = pvariance([sum(row.values()) for row in rows])
    if not whole:
        return None
    parts = sum(pvariance([row[name] for row in rows]) for name in names)
    alpha = len(names) / (len(names) - 1) * (1 - parts / whole)
    spread = sqrt(whole * len(rows) / (len(rows) - 1))
    return Reliability(alpha, spread * sqrt(max(0.0, 1 - alpha)), len(rows), len(names))
