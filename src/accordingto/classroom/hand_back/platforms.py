"""The columns in which a learning platform takes marks, and those of a plain table.

Each was written after the platform's own help: Canvas, "How do I import grades in the Gradebook?";
Moodle, docs.moodle.org, "Grade import"; Blackboard, "Upload or download grades", which wants every
value of a comma file between quotation marks. What is missing, or waits for a person, is left
blank for a platform: a zero there would be a mark. The plain tables say which of the two it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from accordingto.classroom.book.scores import Scores
from accordingto.classroom.numbers import STUDENT_ID, Record, numbers_of
from accordingto.classroom.tables import Row, as_csv
from accordingto.exercises.points import rounded

EXCUSED = "EX"  # Canvas's word, in its exports and its imports


@dataclass(frozen=True)
class Numbers:
    """The platforms' own numbers of students, which are not each other's."""

    canvas: Mapping[str, str] = field(default_factory=dict)
    student_id: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> Numbers:
        """Return what a course has kept of them."""
        return cls(numbers_of(record, "Canvas"), numbers_of(record, STUDENT_ID))


@dataclass(frozen=True)
class Layout:
    """How a platform's file is written; `excused` is its word for who need not do it."""

    rows: Callable[[Sequence[str], Sequence[Sequence[Scores]], Numbers], list[Row]]
    quoted: bool = False
    marked: bool = False
    excused: str = ""

    def csv(self, rows: Sequence[Row]) -> bytes:
        """The rows as this platform's file."""
        return as_csv(rows, quoted=self.quoted, marked=self.marked)


def canvas(
    lessons: Sequence[str], students: Sequence[Sequence[Scores]], numbers: Numbers
) -> list[Row]:
    """One row for the points possible, then one a student; Canvas knows them by id or login."""
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *lessons]
    possible = ["    Points Possible", "", "", "", "", *_possible(lessons, students)]
    rows = [
        [
            ", ".join(filter(None, (one.last_name, one.first_name))) or one.id,
            _whole(one.lms_user_id) or numbers.canvas.get(one.id, ""),
            "",
            one.id,
            "",
            *(EXCUSED if one.excused else _mark(one) for one in row),
        ]
        for row in students
        for one in [row[0].student]
    ]
    return [head, possible, *rows]


def moodle(
    lessons: Sequence[str], students: Sequence[Sequence[Scores]], _numbers: Numbers
) -> list[Row]:
    """One row a student; at the upload one says by which column Moodle knows them."""
    head = ["Username", "First name", "Last name", "Email address", *lessons]
    return [head, *([*_person(row), *map(_mark, row)] for row in students)]


def blackboard(
    lessons: Sequence[str], students: Sequence[Sequence[Scores]], numbers: Numbers
) -> list[Row]:
    """One row a student, known by the username; its Student ID is no other platform's number."""
    head = ["Last Name", "First Name", "Username", "Student ID", *lessons]
    rows = [
        [
            one.last_name,
            one.first_name,
            one.id,
            numbers.student_id.get(one.id, ""),
            *map(_mark, row),
        ]
        for row in students
        for one in [row[0].student]
    ]
    return [head, *rows]


def plain(
    _lessons: Sequence[str], students: Sequence[Sequence[Scores]], _numbers: Numbers
) -> list[Row]:
    """One row a student and lesson, with its state in words."""
    head = ["username", "first name", "last name", "email", "lesson"]
    head += ["state", "handed in", "points", "of"]
    rows = [
        [
            *_person([one]),
            one.lesson,
            "excused" if one.excused else one.state,
            one.handed_in,
            rounded(one.points) if one.there else "",
            rounded(one.of) if one.there else "",
        ]
        for row in students
        for one in row
    ]
    return [head, *rows]


PLATFORMS = {
    "canvas": Layout(canvas, excused=EXCUSED),
    "moodle": Layout(moodle),
    "blackboard": Layout(blackboard, quoted=True, marked=True),
    "plain": Layout(plain, marked=True, excused="excused"),
}


def _whole(number: str) -> str:
    """A number of Canvas's, which reads `2021-003` as 2021; nothing for any other."""
    return number if number.isdecimal() else ""


def _person(row: Sequence[Scores]) -> Row:
    one = row[0].student
    return [one.id, one.first_name, one.last_name, one.email]


def _mark(scores: Scores) -> str:
    return rounded(scores.points) if scores.state == "complete" else ""


def _possible(lessons: Sequence[str], students: Sequence[Sequence[Scores]]) -> Row:
    """The points of each lesson, as any student's work on it has them; blank where nobody's has."""
    return [
        next((rounded(row[at].of) for row in students if row[at].there), "")
        for at in range(len(lessons))
    ]
