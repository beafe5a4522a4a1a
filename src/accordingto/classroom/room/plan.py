"""What to do in the first five minutes of the next lesson, by how the exercises did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from accordingto.classroom.room.items import FEWEST, Item, Taken, suspects
from accordingto.exercises import Sheet
from accordingto.exercises.study import MET

COME_BACK = 2  # exercises that five minutes have room for
DREW = 0.2  # of those who answered, the share from which a wrong value is worth talking about


@dataclass(frozen=True)
class Aim:
    """An objective in words, and the mean credit of its exercises at the first try."""

    words: str
    earned: float

    @property
    def is_met(self) -> bool:
        """Whether most was right, by the same measure as on a student's home page."""
        return self.earned >= MET


@dataclass(frozen=True)
class Again:
    """An exercise to come back to, and the value that drew most of those who missed it."""

    item: Item
    drew: Taken | None


@dataclass(frozen=True)
class Plan:
    """Keys to look at before anything else, the objectives, and what to come back to."""

    look_first: tuple[Item, ...]
    aims: tuple[Aim, ...]
    again: tuple[Again, ...]


def plan(sheet: Sheet, found: Sequence[Item]) -> Plan:
    """The plan that figures of a class's exercises speak for.

    No exercise is come back to whose key is in doubt, or that few answered.
    """
    doubtful = suspects(found)
    known = [item for item in found if item.answered >= FEWEST and item.question.points]
    aims = [
        Aim(words, fmean(earned))
        for name, words in sheet.objectives.items()
        if (earned := [one.facility or 0.0 for one in known if one.question.objective == name])
    ]
    missed = [one for one in known if one not in doubtful and (one.facility or 0.0) < MET]
    hardest = sorted(missed, key=lambda item: item.facility or 0.0)[:COME_BACK]
    return Plan(
        tuple(doubtful),
        tuple(sorted(aims, key=lambda aim: aim.earned)),
        tuple(Again(item, _drew(item)) for item in hardest),
    )


def _drew(item: Item) -> Taken | None:
    wrong = [one for one in item.values if not one.credit and one.chosen >= DREW * item.answered]
    return max(wrong, key=lambda one: one.chosen, default=None)
