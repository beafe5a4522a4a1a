"""The columns in which a learning platform takes marks, and those of a plain table.

Each was written after the platform's own help: Canvas, "How do I import grades in the Gradebook?";
Moodle, docs.moodle.org, "Grade import"; Blackboard, "Upload or download grades", which wants every
value of a comma file between quotation marks. What is missing, or waits for a person, is left
blank for a platform: a zero there would be a mark. The plain tables say which of the two it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accordingto.classroom.scores import Scores, rounded
from accordingto.classroom.tables import Row, as_csv


@dataclass(frozen=True)
class Layout:
    """How a platform's file is written."""

    rows: Callable[[Sequence[str], Sequence[Sequence[Scores]]], list[Row]]
    quoted: bool = False
    marked: bool = False

    def csv(self, rows: Sequence[Row]) -> bytes:
        """The rows as this platform's file."""
        return as_csv(rows, quoted=self.quoted, marked=self.marked)


def canvas(lessons: Sequence[str], students: Sequence[Sequence[Scores]]) -> list[Row]:
    """One row for the points possible, then one a student; Canvas knows them by id or login."""
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *lessons]
    possible = ["    Points Possible", "", "", "", "", *_possible(students)]
    rows = [
        [
            ", ".join(filter(None, (one.last_name, one.first_name))) or one.id,
            one.lms_user_id,
            "",
            one.id,
            "",
            *map(_mark, row),
        ]
        for row in students
        for one in [row[0].student]
    ]
    return [head, possible, *rows]


def moodle(lessons: Sequence[str], students: Sequence[Sequence[Scores]]) -> list[Row]:
    """One row a student; at the upload one says by which column Moodle knows them."""
    head = ["Username", "First name", "Last name", "Email address", *lessons]
    return [head, *([*_person(row), *map(_mark, row)] for row in students)]


def blackboard(lessons: Sequence[str], students: Sequence[Sequence[Scores]]) -> list[Row]:
    """One row a student, known by the username."""
    head = ["Last Name", "First Name", "Username", "Student ID", *lessons]
    rows = [
        [one.last_name, one.first_name, one.id, one.lms_user_id, *map(_mark, row)]
        for row in students
        for one in [row[0].student]
    ]
    return [head, *rows]


def plain(_lessons: Sequence[str], students: Sequence[Sequence[Scores]]) -> list[Row]:
    """One row a student and lesson, with its state in words."""
    head = ["username", "first name", "last name", "email", "lesson"]
    head += ["state", "handed in", "points", "of"]
    rows = [
        [
            *_person([one]),
            one.lesson,
            one.state,
            one.handed_in,
            rounded(one.points) if one.there else "",
            rounded(one.of) if one.there else "",
        ]
        for row in students
        for one in row
    ]
    return [head, *rows]


PLATFORMS = {
    "canvas": Layout(canvas),
    "moodle": Layout(moodle),
    "blackboard": Layout(blackboard, quoted=True, marked=True),
    "plain": Layout(plain, marked=True),
}


def _person(row: Sequence[Scores]) -> Row:
    one = row[0].student
    return [one.id, one.first_name, one.last_name, one.email]


def _mark(scores: Scores) -> str:
    return rounded(scores.points) if scores.state == "complete" else ""


def _possible(students: Sequence[Sequence[Scores]]) -> Row:
    """The points of each lesson, as any student's work on it has them; blank where nobody's has."""
    columns = zip(*students, strict=True)
    return [next((rounded(one.of) for one in column if one.there), "") for column in columns]
