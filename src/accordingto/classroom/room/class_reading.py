"""The class as one more reading: what all its readers answered, counted exercise by exercise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from accordingto.classroom.room.respondents import Fault, Found, Respondent
from accordingto.exercises import AnswerError, Entry, Question, Sheet
from accordingto.widgets.class_views import tally_of
from accordingto.widgets.tallies.tally import Tally


@dataclass
class Counted:
    """An exercise with the tally of its answers; `unfit` do not fit the exercise as it is now."""

    question: Question[Any]
    tally: Tally
    unfit: int = 0

    def add(self, entry: Entry) -> None:
        """Count what one reader answered, now and at first."""
        try:
            now, first = given(self.question, entry)
        except AnswerError:
            self.unfit += 1
        else:
            self.tally.add(now, first)


@dataclass
class ClassReading:
    """All that is known of a class, and nobody's name; it grows reader by reader."""

    sheet: Sheet
    readers: int = 0
    exercises: dict[str, Counted] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for question in self.sheet:
            tally = tally_of(question, self.sheet.material(question))
            self.exercises[question.id] = Counted(question, tally)

    def __iter__(self) -> Iterator[Counted]:
        return iter(self.exercises.values())

    def add(self, reader: Respondent) -> None:
        """Count one reader's answers; those to exercises that the sheet lacks are left out."""
        self.readers += 1
        for exercise, entry in reader.entries.items():
            if exercise in self.exercises:
                self.exercises[exercise].add(entry)

    def take(self, found: Iterable[Found]) -> list[Fault]:
        """Count all readers, one after the other; return what could not be read."""
        faults = []
        for one in found:
            if isinstance(one, Fault):
                faults.append(one)
            else:
                self.add(one)
        return faults


def given(question: Question[Any], entry: Entry) -> tuple[Any | None, Any | None]:
    """Return the answer as it stands and the one that was voted or predicted first.

    None for what was not given. Raises AnswerError where one of them does not fit the exercise.
    """
    now = question.answer(entry.answer)
    firsts = [one.answer for one in entry.attempts if one.did in ("vote", "predict")]
    first = question.answer(firsts[0]) if firsts else None
    return None if question.untouched(now) else now, first
