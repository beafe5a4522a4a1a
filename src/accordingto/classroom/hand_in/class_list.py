"""The list of students as a platform has it, for the gradebook.

Canvas: the gradebook's export, which has the numbers that its people page has not. Moodle: the
participants' page, *Download table data as CSV*. Blackboard: *Download grades*, or its list of
users. Any table with `username` or `email`, and names, will do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from accordingto.classroom.book.scores import Student
from accordingto.classroom.downloaded import CANVAS_OWN, Downloaded
from accordingto.classroom.hand_in.people import id_of
from accordingto.classroom.tables import NoTable

Does = Literal["new", "changed", "same"]
_LOGIN = ("SIS Login ID", "Login ID", "login_id", "Username", "User Name")
_EMAIL = ("Email address", "Email", "E-mail")
_FIRST, _LAST = ("First name", "first_name"), ("Last name", "Surname", "last_name")
_WHOLE = ("Student", "Full name", "Name")
_CANVAS = ("canvas_user_id",)
_STUDENT_ID = ("Student ID",)
_ROLE = ("Roles", "Role", "Course role")
_TEACHES = ("teacher", "instructor", "assistant", "designer", "builder", "grader", "manager")


@dataclass(frozen=True)
class Listed:
    """A student of the list; `before` is what the gradebook had, `student_id` is Blackboard's."""

    student: Student
    before: Student | None
    student_id: str = ""

    @property
    def does(self) -> Does:
        """Return what it does to the gradebook."""
        if self.before is None:
            return "new"
        return "same" if self.before == self.student else "changed"


def class_list(table: Downloaded, known: Iterable[Student]) -> list[Listed]:
    """Return the students of a table, each as the gradebook will have them.

    Who is in the gradebook by login, number or address keeps the id there; nobody is taken out,
    and nothing is emptied. Teachers are left out. Raises NoTable for a table of no people, and
    where two rows are of one student.
    """
    if not any(table.column(names) is not None for names in (_LOGIN, _EMAIL, _WHOLE, _FIRST)):
        raise NoTable(f"{table.path}: expected a column `username`, `email` or a name")
    there = list(known)
    found: dict[str, Listed] = {}
    for row in _of_students(table):
        one = _listed(table, row, there)
        if one.student.id in found:
            raise NoTable(f"{table.path}, row {row + 1}: {one.student.id} stands there twice")
        found[one.student.id] = one
    return list(found.values())


def _of_students(table: Downloaded) -> Iterator[int]:
    for row in range(1, len(table.rows)):
        role = table.cell(row, *_ROLE).casefold()
        name = table.cell(row, *_WHOLE).casefold()
        named = any(table.cell(row, *names) for names in (_LOGIN, _EMAIL, _FIRST, _LAST)) or name
        if named and name not in CANVAS_OWN and not any(word in role for word in _TEACHES):
            yield row


def _listed(table: Downloaded, row: int, there: Iterable[Student]) -> Listed:
    login, email = table.cell(row, *_LOGIN), table.cell(row, *_EMAIL)
    canvas = table.column(("Student",)) == 0
    number = table.cell(row, "ID") if canvas else table.cell(row, *_CANVAS)
    last, first = _names(table, row)
    before = _known(there, login, number, email)
    own = before.id if before else login or email or f"{first} {last}"
    student = before or Student(id_of(own))
    told = {"first_name": first, "last_name": last, "email": email, "lms_user_id": number}
    student = replace(student, **{name: text for name, text in told.items() if text})
    return Listed(student, before, table.cell(row, *_STUDENT_ID))


def _names(table: Downloaded, row: int) -> tuple[str, str]:
    """The last name and the first; a whole one is `Last, First`, or ends with the last."""
    last, first = table.cell(row, *_LAST), table.cell(row, *_FIRST)
    if last or first:
        return last, first
    whole = table.cell(row, *_WHOLE)
    if "," in whole:
        last, _, first = whole.partition(",")
        return last.strip(), first.strip()
    first, _, last = whole.rpartition(" ")
    return last, first


def _known(there: Iterable[Student], login: str, number: str, email: str) -> Student | None:
    for name, text in (("id", login), ("lms_user_id", number), ("email", email), ("id", email)):
        found = [one for one in there if text and getattr(one, name).casefold() == text.casefold()]
        if len(found) == 1:
            return found[0]
    return None
