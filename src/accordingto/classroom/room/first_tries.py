"""What each of a class earned at the first try, exercise by exercise: what figures of items need.

The first check counts, for what comes after it was told something. Where answers are only kept, as
in graded work, it is the answer itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from accordingto.exercises import AnswerError, Entry, Question, Sheet
from accordingto.exercises.remarks import first_check
from accordingto.exercises.sheet import digest


@dataclass(frozen=True)
class First:
    """A first try: its credit from 0 to 1, and its answer as plain data."""

    credit: float
    answer: dict[str, Any]


@dataclass(frozen=True)
class FirstTries:
    """A class's first tries of the exercises of a sheet: for each student, by exercise.

    Nobody is named: students are in the order in which they came. `older` is how many answers
    were left out, since their exercise has changed after they were given.
    """

    sheet: Sheet
    students: tuple[Mapping[str, First], ...]
    older: int

    @classmethod
    def of(cls, sheet: Sheet, respondents: Iterable[Mapping[str, Entry]]) -> FirstTries:
        """Score the entries of a class, one student after the other."""
        students: list[dict[str, First]] = []
        older = 0
        for entries in respondents:
            students.append({})
            for question in sheet:
                if question.unscored or not (entry := entries.get(question.id)):
                    continue
                try:
                    if first := _first(sheet, question, entry):
                        students[-1][question.id] = first
                except AnswerError:
                    older += 1
        return cls(sheet, tuple(students), older)

    def rest(self, student: Mapping[str, First], exercise: str) -> float | None:
        """What a student earned of the points of all other exercises that they answered.

        None where they answered no other that has points.
        """
        others = [
            (question.points, student[question.id].credit)
            for question in self.sheet
            if question.id in student and question.id != exercise
        ]
        points = sum(point for point, _ in others)
        return sum(point * credit for point, credit in others) / points if points else None


def _first(sheet: Sheet, question: Question[Any], entry: Entry) -> First | None:
    """Raises AnswerError for an answer to the exercise as it was."""
    if entry.digest != digest(question):
        raise AnswerError(f"exercise {question.id} has changed since it was answered")
    data = first_check(entry) or entry.answer
    answer = question.answer(data)
    credit = question.score(answer, sheet.material(question)).credit
    return None if credit is None or question.untouched(answer) else First(credit, data)
