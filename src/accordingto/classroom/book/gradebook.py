"""nbgrader's gradebook: scores go in, manual ones stay."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any

from accordingto.classroom import nbgraders_load
from accordingto.classroom.book.lateness import Late, Rule, reckoned
from accordingto.classroom.book.scores import Cell, Scores, Student
from accordingto.classroom.course import Course
from accordingto.classroom.results import Marks
from accordingto.exercises import Sheet
from accordingto.notebooks.cells import grade_id

_ASKS = grade_id("")  # so begin the names of exercises' cells, and not of a teacher's other ones


class UnknownLesson(ValueError):
    """The gradebook does not know a lesson that the course has released."""


class SheetDiffers(ValueError):
    """A sheet and the gradebook have other exercises, or other points for one."""


class UnusableGradebook(OSError):
    """The gradebook fails: the disk is full, somebody holds it locked, or it is none."""


class Book:
    """One session with the gradebook of a course, for one lesson.

    Raises NotReleased for a lesson that the course has not released, UnknownLesson for one that
    the gradebook does not know, as where it was lost and is a new one, and UnusableGradebook where
    it fails, at any moment of the session.
    """

    def __init__(self, course: Course, lesson: str) -> None:
        nbgraders_load.load()
        from nbgrader.api import Gradebook, MissingEntry
        from sqlalchemy.exc import SQLAlchemyError

        from accordingto.classroom.book.rows import Rows

        course.released(lesson)
        self._course, self._lesson = course, lesson
        unknown = UnknownLesson(f"the gradebook does not know {lesson}; {self._how()}")
        try:
            if _is_empty(course.database):
                raise unknown
            self._book = Gradebook(course.database, course.id)
            self._book.find_notebook(lesson, lesson)
            self._rows = Rows(self._book.db, self._book.find_assignment(lesson), lesson)
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
        """Raises SheetDiffers where the sheet has other exercises, or other points for one."""
        asked = {grade_id(question.id): question.points for question in sheet}
        cells = self._book.find_notebook(self._lesson, self._lesson).grade_cells
        known = {cell.name: cell.max_score for cell in cells if cell.name.startswith(_ASKS)}
        if other := sorted({name for name, _ in asked.items() ^ known.items()}):
            raise SheetDiffers(
                f"the sheet of {self._lesson} and the gradebook differ in {', '.join(other)}; "
                f"{self._how()} again"
            )

    def students(self) -> list[Student]:
        """All students that the gradebook knows."""
        return [_student(one) for one in self._book.students]

    def enrol(self, students: Iterable[Student]) -> None:
        """Add students, or change what is known of them."""
        for one in students:
            self._book.update_or_create_student(one.id, **_said_of(one))

    def scores(self) -> list[Scores]:
        """Return the scores of every student of the gradebook, in the order of their names."""
        found = [self._scores(one) for one in self._book.students]
        return sorted(found, key=lambda one: (one.student.last_name, one.student.id))

    def submitted(self) -> set[str]:
        """The students of whom there are scores."""
        return set(self._rows.submissions())

    def marked_by_hand(self, student: str) -> set[str]:
        """The cells that a person gave this student points for."""
        if self._submission(student) is None:
            return set()
        grades = self._notebook(student).grades
        return {grade.name for grade in grades if grade.manual_score is not None}

    def stale(self) -> dict[str, list[str]]:
        """By student, what a person marked before the work was changed, as `write` was told."""
        return self._rows.stale()

    def write(self, all_: Sequence[tuple[Marks, Collection[str]]]) -> None:
        """Write the scores of submissions, all or none; those that a person gave are not touched.

        With the marks of each come the exercises in which the work was changed since: a person
        who gave points for one of them is asked again.
        """
        students = [marks.student for marks, _ in all_]
        self._rows.add_students(students)
        there = self._rows.submissions()
        self._rows.add_submissions(one for one in students if one not in there)
        there = self._rows.submissions()
        times = {there[one]: time for one in students if (time := self._handed_in(one))}
        self._rows.set_times(times)
        self._rows.set_scores(all_)
        self._book.db.commit()

    def lateness(
        self, due: str | None, extensions: Mapping[str, timedelta], rule: Rule
    ) -> list[Late] | None:
        """Return what being late takes off each submission; None where the lesson has no due time.

        A new time, and `extensions` of some, are reckoned with; all that is kept by `settle`
        alone. Raises ValueError for what is no time, and LookupError as `reckoned` does.
        """
        from nbgrader.utils import parse_utc

        assignment = self._book.find_assignment(self._lesson)
        if due:
            try:
                assignment.duedate = parse_utc(due)
            except (ValueError, OverflowError):
                raise ValueError(
                    f'--due: expected a time such as "2026-05-04 12:00 UTC", got {due!r}'
                ) from None
        if assignment.duedate is None:
            return None
        return reckoned(assignment.submissions, self._lesson, extensions, rule)

    def settle(self) -> None:
        """Keep what `lateness` reckoned."""
        self._book.db.commit()

    def _how(self) -> str:
        return f"run `accordingto course {self._course.root} {self._lesson}`"

    def _notebook(self, student: str) -> Any:
        return self._book.find_submission_notebook(self._lesson, self._lesson, student)

    def _submission(self, student: str) -> Any:
        """The student's submission; None without one."""
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

    def _handed_in(self, student: str) -> datetime | None:
        """The time that stands beside the work; None where there is none, or what is no time."""
        from nbgrader.utils import parse_utc

        stamp = self._course.root / "submitted" / student / self._lesson / "timestamp.txt"
        if not stamp.is_file() or stamp.is_symlink():
            return None
        with stamp.open(encoding="utf-8", errors="replace") as file:
            told = file.read(64).strip()
        try:
            time: datetime = parse_utc(told)
        except (ValueError, OverflowError):
            return None
        return time


def _is_empty(database: str) -> bool:
    """Whether there are no tables in it; nbgrader would make them, and run Alembic for it."""
    from sqlalchemy import create_engine, inspect

    engine = create_engine(database)
    try:
        return not inspect(engine).get_table_names()
    finally:
        engine.dispose()


def _unusable(course: Course, error: Exception) -> UnusableGradebook:
    """In one sentence; the address may hold a password, which is not said."""
    from sqlalchemy.engine import make_url

    why = str(error.args[0] if error.args else error).splitlines()[0]
    return UnusableGradebook(f"the gradebook {make_url(course.database)!r} cannot be used: {why}")


def _said_of(student: Student) -> dict[str, str]:
    known = asdict(student)
    del known["id"]
    return known


def _student(known: Any) -> Student:
    return Student(
        id=known.id,
        first_name=known.first_name or "",
        last_name=known.last_name or "",
        email=known.email or "",
        lms_user_id=known.lms_user_id or "",
    )
