"""Submissions and scores in the tables of nbgrader's gradebook, many students at a time.

nbgrader's own calls write one student after another, with a transaction for each row; here a class
is written in one. The tables are nbgrader's, and so are the defaults of what is not said here.
It is imported where a gradebook is opened, for it needs nbgrader.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from sqlalchemy import insert, select, update

from accordingto.classroom.results import Marks, Result
from accordingto.notebooks.cells import grade_id

Row = dict[str, Any]


class _Known(NamedTuple):
    """A grade that is there: whose, of which cell, if a person gave it, and if it waits for one."""

    id: str
    student: str
    cell: str
    by_hand: bool
    waits: bool


class Rows:
    """The rows of one lesson, through a session of the gradebook, `db`."""

    def __init__(self, db: Any, assignment: Any, lesson: str) -> None:
        self._db, self._assignment, self._lesson = db, assignment, lesson

    def add_students(self, students: Collection[str]) -> None:
        """Add those whom the gradebook does not know."""
        known = set(self._db.scalars(select(Student.id).where(Student.id.in_(students))))
        self._insert(Student, [{"id": one} for one in students if one not in known])

    def submissions(self) -> dict[str, str]:
        """The number of the submission of each student who has one."""
        asked = select(SubmittedAssignment.student_id, SubmittedAssignment.id)
        ours = SubmittedAssignment.assignment_id == self._assignment.id
        return dict(self._db.execute(asked.where(ours)).all())

    def add_submissions(self, students: Iterable[str]) -> None:
        """Add a submission for each, with a grade and a comment for every cell that takes one."""
        submissions: list[Row] = []
        notebooks: list[Row] = []
        grades: list[Row] = []
        comments: list[Row] = []
        for student in students:
            submission = new_uuid()
            whose = {"assignment_id": self._assignment.id, "student_id": student}
            submissions.append({"id": submission, **whose})
            for page in self._assignment.notebooks:
                notebook = new_uuid()
                which = {"notebook_id": page.id, "assignment_id": submission}
                notebooks.append({"id": notebook, **which})
                grades += _in_each(notebook, page.grade_cells, page.task_cells)
                comments += _in_each(notebook, page.solution_cells, page.task_cells)
        self._insert(SubmittedAssignment, submissions)
        self._insert(SubmittedNotebook, notebooks)
        self._insert(Grade, grades)
        self._insert(Comment, comments)

    def set_times(self, times: Mapping[str, datetime]) -> None:
        """Set when work was handed in, by the number of the submission."""
        rows = [{"id": number, "timestamp": time} for number, time in times.items()]
        self._update(SubmittedAssignment, rows)

    def set_scores(self, all_: Sequence[tuple[Marks, Collection[str]]]) -> None:
        """Set the scores; a person's stay, and are asked for again where work was `changed`."""
        found = {
            (marks.student, grade_id(mark.exercise)): (mark, mark.exercise in changed)
            for marks, changed in all_
            for mark in marks.marks
        }
        whose = SubmittedAssignment.student_id.in_({marks.student for marks, _ in all_})
        self._update(
            Grade,
            [
                {"id": grade.id, **_score(grade, *found[grade.student, grade.cell])}
                for grade in self._grades(whose)
                if (grade.student, grade.cell) in found
            ],
        )

    def stale(self) -> dict[str, list[str]]:
        """By student, the cells that a person marked, and is asked for again."""
        found: dict[str, list[str]] = {}
        for grade in self._grades(Grade.manual_score.is_not(None), Grade.needs_manual_grade):
            found.setdefault(grade.student, []).append(grade.cell)
        return {student: sorted(cells) for student, cells in found.items()}

    def _grades(self, *which: Any) -> Iterator[_Known]:
        """Those of the lesson's own notebook for which all of this is so."""
        by_hand, student = Grade.manual_score.is_not(None), SubmittedAssignment.student_id
        asked = (
            select(Grade.id, student, BaseCell.name, by_hand, Grade.needs_manual_grade)
            .join(BaseCell, BaseCell.id == Grade.cell_id)
            .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
            .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
            .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
            .where(SubmittedAssignment.assignment_id == self._assignment.id)
            .where(Notebook.name == self._lesson, *which)
        )
        return (_Known(*row) for row in self._db.execute(asked))

    def _insert(self, table: Any, rows: list[Row]) -> None:
        if rows:
            self._db.execute(insert(table), rows)

    def _update(self, table: Any, rows: list[Row]) -> None:
        if rows:
            self._db.execute(update(table), rows)


def _in_each(notebook: str, *kinds: Iterable[Any]) -> list[Row]:
    return [{"cell_id": cell.id, "notebook_id": notebook} for cells in kinds for cell in cells]


def _score(grade: _Known, mark: Result, changed: bool) -> Row:
    waits = (grade.waits or changed) if grade.by_hand else mark.points is None
    return {"auto_score": mark.points, "needs_manual_grade": waits}
