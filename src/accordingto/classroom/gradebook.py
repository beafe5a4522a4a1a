"""nbgrader's gradebook: scores go in, manual ones stay."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from accordingto.classroom.course import Course
from accordingto.classroom.marks import Marks
from accordingto.classroom.roster import Student
from accordingto.classroom.scores import Cell, Scores
from accordingto.exercises.question import grade_id


class Book:
    """One session with the gradebook of a course, for one lesson.

    Raises LookupError for a lesson that the course has not released.
    """

    def __init__(self, course: Course, lesson: str) -> None:
        from nbgrader.api import Gradebook

        course.released(lesson)
        self._course, self._lesson = course, lesson
        self._book = Gradebook(course.database, course.id)

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._book.close()

    def students(self) -> list[Student]:
        """All students that the gradebook knows."""
        return [_student(one) for one in self._book.students]

    def scores(self) -> list[Scores]:
        """What every student of the gradebook has for the lesson, in the order of their names."""
        found = [self._scores(one) for one in self._book.students]
        return sorted(found, key=lambda one: (one.student.last_name, one.student.id))

    def has(self, student: str) -> bool:
        """Whether there are scores of this student."""
        from nbgrader.api import MissingEntry

        try:
            self._book.find_submission(self._lesson, student)
        except MissingEntry:
            return False
        return True

    def marked_by_hand(self, student: str) -> set[str]:
        """The cells that a person gave this student points for."""
        if not self.has(student):
            return set()
        notebook = self._book.find_submission_notebook(self._lesson, self._lesson, student)
        return {grade.name for grade in notebook.grades if grade.manual_score is not None}

    def write(self, marks: Marks) -> None:
        """Write one submission's scores; manual ones are not touched."""
        self._book.update_or_create_student(marks.student)
        named = self._handed_in(marks.student)
        with self._book.db.no_autoflush:  # nbgrader reads between the halves of what it adds
            try:
                self._book.update_or_create_submission(self._lesson, marks.student, **named)
            except ValueError:  # a time that is none
                self._book.update_or_create_submission(self._lesson, marks.student)
        by_cell = {grade_id(mark.exercise): mark for mark in marks.marks}
        notebook = self._book.find_submission_notebook(self._lesson, self._lesson, marks.student)
        for grade in notebook.grades:
            if mark := by_cell.get(grade.name):
                grade.auto_score = mark.points
                grade.needs_manual_grade = mark.points is None and grade.manual_score is None
        self._book.db.commit()

    def _scores(self, student: Any) -> Scores:
        from nbgrader.api import MissingEntry

        try:
            submission = self._book.find_submission(self._lesson, student.id)
        except MissingEntry:
            return Scores(student=_student(student), lesson=self._lesson, there=False)
        notebooks = submission.notebooks
        words = {one.name: one.comment or "" for book in notebooks for one in book.comments}
        return Scores(
            student=_student(student),
            lesson=self._lesson,
            there=True,
            handed_in=f"{submission.timestamp:%Y-%m-%d %H:%M}" if submission.timestamp else "",
            penalty=submission.late_submission_penalty or 0.0,
            cells={
                grade.name: Cell(
                    points=None if grade.needs_manual_grade else grade.score,
                    of=grade.max_score,
                    by_hand=grade.manual_score is not None,
                    words=words.get(grade.name, ""),
                )
                for book in notebooks
                for grade in book.grades
            },
        )

    def _handed_in(self, student: str) -> dict[str, str]:
        stamp = self._course.root / "submitted" / student / self._lesson / "timestamp.txt"
        if not stamp.is_file() or stamp.is_symlink():
            return {}
        with stamp.open(encoding="utf-8", errors="replace") as file:
            return {"timestamp": file.read(64).strip()}


def _student(known: Any) -> Student:
    return Student(
        id=known.id,
        first_name=known.first_name or "",
        last_name=known.last_name or "",
        email=known.email or "",
        lms_user_id=known.lms_user_id or "",
    )
