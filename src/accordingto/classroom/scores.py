"""What the gradebook says of one student's work on one lesson, a person's points included."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from accordingto.classroom.roster import Student

State = Literal["complete", "waits for a person", "missing"]


@dataclass(frozen=True)
class Cell:
    """One exercise. `points` is None while it waits for a person, the first time or again."""

    points: float | None
    of: float
    by_hand: bool = False


@dataclass(frozen=True)
class Scores:
    """One student's work on one lesson; `cells` and the marker's `words` by the name of the cell.

    `handed_in` is a time, or empty where none was kept; `penalty` is what nbgrader takes off for
    being late.
    """

    student: Student
    lesson: str
    there: bool
    handed_in: str = ""
    penalty: float = 0.0
    cells: dict[str, Cell] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """Missing work is no zero, and neither is what nobody has marked yet."""
        if not self.there:
            return "missing"
        waits = any(cell.points is None for cell in self.cells.values())
        return "waits for a person" if waits else "complete"

    @property
    def points(self) -> float:
        """All points that were given, less what being late costs."""
        return max(0.0, sum(cell.points or 0.0 for cell in self.cells.values()) - self.penalty)

    @property
    def of(self) -> float:
        """All points that there are."""
        return sum(cell.of for cell in self.cells.values())


def rounded(points: float) -> str:
    """Points as people write them: two decimals at most."""
    return f"{round(points, 2):g}"
