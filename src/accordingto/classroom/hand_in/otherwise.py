"""Where students read otherwise than the key, and why: noted by them, for the teacher to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accordingto.classroom.course import Course
from accordingto.classroom.printable import printable
from accordingto.classroom.submissions import read
from accordingto.exercises import Entry, Question, Sheet
from accordingto.exercises.question import AnswerError
from accordingto.exercises.remarks import reason_of
from accordingto.widgets.views import view_of


@dataclass(frozen=True)
class Otherwise:
    """One reason, with what its writer answered, both as one may print them."""

    question: Question[Any]
    student: str
    answer: str
    reason: str


def readings_against_key(course: Course, lesson: str) -> list[Otherwise]:
    """All reasons in what was handed in of a lesson, by exercise and student.

    Raises NoLesson for an unknown lesson.
    """
    sheet = course.sheet(lesson)
    folders = sorted((course.root / "submitted").glob(f"*/{lesson}"))
    handed_in = {folder.parent.name: read(folder, lesson).entries or {} for folder in folders}
    return [
        Otherwise(
            question, student, _answer(sheet, question, entry), printable(" ".join(reason.split()))
        )
        for question in sheet
        for student, entries in handed_in.items()
        if (entry := entries.get(question.id)) and (reason := reason_of(entry))
    ]


def _answer(sheet: Sheet, question: Question[Any], entry: Entry) -> str:
    try:
        given = question.answer(entry.answer)
    except AnswerError:
        return "something that does not fit the exercise"
    lines = view_of(question).said(question, given, sheet.material(question))
    return printable("; ".join(text for _, text in lines)) or "nothing"
