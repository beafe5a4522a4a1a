"""nbgrader's gradebook: scores go in, manual ones stay."""

from __future__ import annotations

from collections.abc import Collection
from types import TracebackType
from typing import Any

from accordingto.classroom.course import Course
from accordingto.classroom.marks import Marks
from accordingto.classroom.roster import Student
from accordingto.classroom.scores import Cell, Scores
from accordingto.exercises import Sheet
from accordingto.exercises.question import grade_id

_ASKS = grade_id("")  # so begin the names of exercises' cells, and not of a teacher's other ones


class Book:
    """One session with the gradebook of a course, for one lesson.

    Raises LookupError for a lesson that the course has not released, ValueError for one that the
    gradebook does not know, as where it was lost and is a new one, and OSError where the gradebook
    fails, at any moment of the session: the disk is full, somebody holds it locked, or it is none.
    """

    def __init__(self, course: Course, lesson: str) -> None:
        from nbgrader.api import Gradebook, MissingEntry
        from sqlalchemy.exc import SQLAlchemyError

        course.released(lesson)
        self._course, self._lesson = course, lesson
        unknown = ValueError(f"the gradebook does not know {lesson}; {self._how()}")
        try:
            if _is_empty(course.database):
                raise unknown
            self._book = Gradebook(course.database, course.id)
            self._book.find_notebook(lesson, lesson)
        except SQLAlchemyError as error:
            raise _unusable(course, error) from None
        except MissingEntry:
            self._book.close()
            raise unknown from None

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        from sqlalchemy.exc import SQLAlchemyError

        self._book.close()
        if isinstance(error, SQLAlchemyError):
            raise _unusable(self._course, error) from None

    def hold_against(self, sheet: Sheet) -> None:
        """Raises ValueError where the sheet has other exercises, or other points for one."""
        asked = {grade_id(question.id): question.points for question in sheet}
        cells = self._book.find_notebook(self._lesson, self._lesson).grade_cells
        known = {cell.name: cell.max_score for cell in cells if cell.name.startswith(_ASKS)}
        if other := sorted({name for name, _ in asked.items() ^ known.items()}):
            raise ValueError(
                f"the sheet of {self._lesson} and the gradebook differ in {', '.join(other)}; "
                f"{self._how()} again"
            )

    def students(self) -> list[Student]:
        """All students that the gradebook knows."""
        return [_student(one) for one in self._book.students]

    def scores(self) -> list[Scores]:
        """What every student of the gradebook has for the lesson, in the order of their names."""
        found = [self._scores(one) for one in self._book.students]
        return sorted(found, key=lambda one: (one.student.last_name, one.student.id))

    def has(self, student: str) -> bool:
        """Whether there are scores of this student."""
        return self._submission(student) is not None

    def marked_by_hand(self, student: str) -> set[str]:
        """The cells that a person gave this student points for."""
        if not self.has(student):
            return set()
        grades = self._notebook(student).grades
        return {grade.name for grade in grades if grade.manual_score is not None}

    def stale(self, student: str) -> list[str]:
        """The exercises that a person marked before the work was changed, as `write` was told."""
        return sorted(
            grade.name
            for grade in self._notebook(student).grades
            if grade.manual_score is not None and grade.needs_manual_grade
        )

    def write(self, marks: Marks, changed: Collection[str] = ()) -> None:
        """Write one submission's scores; manual ones are not touched.

        A person who gave points for an exercise whose work was `changed` since is asked again.
        """
        self._book.update_or_create_student(marks.student)
        named = self._handed_in(marks.student)
        with self._book.db.no_autoflush:  # nbgrader reads between the halves of what it adds
            try:
                self._book.update_or_create_submission(self._lesson, marks.student, **named)
            except (ValueError, OverflowError):  # a time that is none
                self._book.update_or_create_submission(self._lesson, marks.student)
        by_cell = {grade_id(mark.exercise): mark for mark in marks.marks}
        for grade in self._notebook(marks.student).grades:
            if mark := by_cell.get(grade.name):
                grade.auto_score = mark.points
                if grade.manual_score is None:
                    grade.needs_manual_grade = mark.points is None
                elif mark.exercise in changed:
                    grade.needs_manual_grade = True
        self._book.db.commit()

    def _how(self) -> str:
        return f"run `accordingto course {self._course.root} {self._lesson}`"

    def _notebook(self, student: str) -> Any:
        return self._book.find_submission_notebook(self._lesson, self._lesson, student)

    def _submission(self, student: str) -> Any:
        """None where there is none."""
        from nbgrader.api import MissingEntry

        try:
            return self._book.find_submission(self._lesson, student)
        except MissingEntry:
            return None

    def _scores(self, student: Any) -> Scores:
        submission = self._submission(student.id)
        if submission is None:
            return Scores(student=_student(student), lesson=self._lesson, there=False)
        notebooks = submission.notebooks
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
                )
                for book in notebooks
                for grade in book.grades
            },
            words={
                one.name: one.comment for book in notebooks for one in book.comments if one.comment
            },
        )

    def _handed_in(self, student: str) -> dict[str, str]:
        stamp = self._course.root / "submitted" / student / self._lesson / "timestamp.txt"
        if not stamp.is_file() or stamp.is_symlink():
            return {}
        with stamp.open(encoding="utf-8", errors="replace") as file:
            return {"timestamp": file.read(64).strip()}


def _is_empty(database: str) -> bool:
    """Whether there are no tables in it; nbgrader would make them, and run Alembic for it."""
    from sqlalchemy import create_engine, inspect

    engine = create_engine(database)
    try:
        return not inspect(engine).get_table_names()
    finally:
        engine.dispose()


def _unusable(course: Course, error: Exception) -> OSError:
    """In one sentence; the address may hold a password, which is not said."""
    from sqlalchemy.engine import make_url

    why = str(error.args[0] if error.args else error).splitlines()[0]
    return OSError(f"the gradebook {make_url(course.database)!r} cannot be used: {why}")


def _student(known: Any) -> Student:
    return Student(
        id=known.id,
        first_name=known.first_name or "",
        last_name=known.last_name or "",
        email=known.email or "",
        lms_user_id=known.lms_user_id or "",
    )
