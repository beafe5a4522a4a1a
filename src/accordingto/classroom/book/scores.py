"""One student's marks on one lesson in the gradebook, including points given by a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

State = Literal["complete", "waits for a person", "missing"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True)
class Student:
    """A student as the gradebook has them; what it does not know is empty."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""


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
    being late. Who is `excused` need not have done it, as a person says.
    """

    student: Student
    lesson: str
    there: bool
    handed_in: str = ""
    penalty: float = 0.0
    cells: dict[str, Cell] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    excused: bool = False

    @property
    def state(self) -> State:
        """Missing work is no zero, and neither is what nobody has marked yet."""
        if not self.there:
            return "missing"
        return "waits for a person" if self.waiting else "complete"

    @property
    def waiting(self) -> int:
        """How many exercises a person has not marked yet."""
        return sum(cell.points is None for cell in self.cells.values())

    @property
    def points(self) -> float:
        """All points that were given, less what being late costs."""
        return max(0.0, sum(cell.points or 0.0 for cell in self.cells.values()) - self.penalty)

    @property
    def of(self) -> float:
        """All points that there are."""
        return sum(cell.of for cell in self.cells.values())


def state_of(cell: Cell | None) -> State:
    """Of one exercise, as `Scores.state` is of a lesson; None where nothing was handed in."""
    if cell is None:
        return "missing"
    return "waits for a person" if cell.points is None else "complete"
