"""A course, and students who hand in: what the tests of grading share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import nbformat

from accordingto.classroom.course import Course
from accordingto.classroom.mark.grade import grade
from accordingto.classroom.results import Marks
from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered
from kept import instead

LESSON = "04-inside-the-quotation-marks"
SHEET = Sheet.of(LESSON)
CODE = next(question.id for question in SHEET if question.kind == "code")
FULL = sum(question.points for question in SHEET if not question.unscored)
SOLVED = """
import re

def find_quotations(text):
    return [q for line in text.splitlines() for q in re.findall(r"“[^”]*(?:”|$)", line)]
"""


class Class:
    """The submitted folder of a course, filled student by student."""

    def __init__(self, course: Course) -> None:
        self.course = course

    def folder(self, student: str) -> Path:
        return self.course.root / "submitted" / student / LESSON

    def hand_in(self, student: str, code: str = "", *, right: bool = True) -> Path:
        """A notebook with that code in the student's cell, and answers from the key, or none."""
        folder = self.folder(student)
        folder.mkdir(parents=True)
        page: Any = nbformat.read(self.course.released(LESSON), as_version=4)
        if code:
            cell = next(c for c in page.cells if c.source.startswith("def find_quotations"))
            cell.source = code
        nbformat.write(page, folder / f"{LESSON}.ipynb")
        store = AnswerStore(folder / "answers" / f"{LESSON}.json")
        store.change("4.4", instead(answered(SHEET["4.4"], None, {})))
        for question in SHEET:
            if right and question.id != CODE:
                key = msgspec.to_builtins(question.key(SHEET.material(question)))
                store.change(question.id, instead(answered(question, None, key)))
        return folder

    def marks(self) -> dict[str, Marks]:
        return {one.marks.student: one.marks for one in grade(self.course, LESSON)}


def points(marks: Marks) -> dict[str, float | None]:
    return {mark.exercise: mark.points for mark in marks.marks}
