"""The platforms' own tables of marks: whose each row is, and which column is an assignment's.

Canvas: the gradebook's export, in which a column is called `Title (123)`. Blackboard: *Download
grades*, in UTF-16, parted by tabs, in which one is called `Title [Total Pts: 20 Score] |123`.
Moodle: *Download grading worksheet*, of one assignment, in which nobody is named but by
`Participant 812`, and 812 is the number in the folders of the assignment's download.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.classroom.downloaded import CANVAS_OWN, Downloaded
from accordingto.classroom.numbers import STUDENT_ID
from accordingto.classroom.tables import NoTable

Names = tuple[tuple[str, str], ...]  # what a row says of its student: in which scope, and what
LOGIN, EMAIL = "login", "email"  # scopes that are no platform's numbers
_CANVAS = re.compile(r"(?P<title>.*?)(?: \(\d+\))?")
_BLACKBOARD = re.compile(
    r"(?P<title>.*?)(?: ?\[Total Pts: (?:up to )?(?P<of>[\d.,]+)[^\]]*\])?(?: ?\|\d+)?"
)
_PARTICIPANT = re.compile(r"\D+ (\d+)")


@dataclass(frozen=True)
class Place:
    """A cell for a mark: its row, and what that says of whose it is; `why` nothing may go there."""

    row: int
    names: Names
    said: str
    why: str = ""


@dataclass(frozen=True)
class Worksheet:
    """A platform's table with the column of one assignment, and its maximum where it says one."""

    platform: str
    table: Downloaded
    column: int
    of: float | None
    places: tuple[Place, ...]

    def standing(self, place: Place) -> str:
        """Return what stands there."""
        return self.table.rows[place.row][self.column].strip()


def worksheet(table: Downloaded, lesson: str, titles: Sequence[str], column: str) -> Worksheet:
    """Return a table as the platform that wrote it means it.

    The column is the one of that name, or else the one that is called as the lesson is. Raises
    NoTable for a table of no platform, and for one without such a column.
    """
    for is_theirs, read in _PLATFORMS:
        if is_theirs(table):
            return read(table, lesson, (column,) if column else (lesson, *titles))
    raise NoTable(
        f"{table.path}: no table of marks of Canvas (the gradebook's export), Blackboard (download "
        "grades) or Moodle (the grading worksheet)"
    )


def number(text: str) -> float | None:
    """Return the number in a cell, which may have a comma for its decimals; None for no number."""
    plain = text.strip().replace(" ", "").replace("\xa0", "")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else None


def _canvas(table: Downloaded, lesson: str, wanted: Sequence[str]) -> Worksheet:
    column, _ = _titled(table, wanted, _CANVAS)
    of = None
    places = []
    for row in range(1, len(table.rows)):
        student, known = table.cell(row, "Student"), table.cell(row, "ID")
        if student.casefold() == CANVAS_OWN[0]:
            of = number(table.rows[row][column])
        if not known or student.casefold() in CANVAS_OWN:
            continue  # `Points Possible`, `Manual Posting`, and the student of a teacher's own view
        names = (
            ("Canvas", known),
            (LOGIN, table.cell(row, "SIS Login ID")),
            (EMAIL, table.cell(row, "SIS Login ID")),
            (LOGIN, table.cell(row, "SIS User ID")),
        )
        places.append(Place(row, names, f"{student} ({known})"))
    return Worksheet("Canvas", table, column, of, tuple(places))


def _blackboard(table: Downloaded, lesson: str, wanted: Sequence[str]) -> Worksheet:
    column, fit = _titled(table, wanted, _BLACKBOARD)
    places = []
    for row in range(1, len(table.rows)):
        login = table.cell(row, "Username", "User Name")
        names = ((LOGIN, login), (STUDENT_ID, table.cell(row, "Student ID")))
        places.append(Place(row, names, login))
    return Worksheet("Blackboard", table, column, number(fit["of"] or ""), tuple(places))


def _moodle(table: Downloaded, lesson: str, wanted: Sequence[str]) -> Worksheet:
    column = table.column((*wanted, "Grade"))
    if column is None:
        raise _no_column(table, wanted)
    places = []
    for row in range(1, len(table.rows)):
        said = table.rows[row][0].strip()
        fit = _PARTICIPANT.fullmatch(said)
        names = (
            (f"Moodle, {lesson}", fit[1] if fit else ""),
            (EMAIL, table.cell(row, "Email address")),
        )
        closed = table.cell(row, "Grade can be changed").casefold() == "no"
        why = "Moodle says that this grade cannot be changed" if closed else ""
        places.append(Place(row, names, said, why))
    maxima = {number(table.cell(place.row, "Maximum Grade", "Maximum grade")) for place in places}
    of = maxima.pop() if len(maxima) == 1 else None
    return Worksheet("Moodle", table, column, of, tuple(places))


def _titled(
    table: Downloaded, wanted: Sequence[str], written: re.Pattern[str]
) -> tuple[int, re.Match[str]]:
    """Return the one column with such a title. Raises NoTable where there is none, or several."""
    asked = {_plain(name) for name in wanted}
    found = [
        (at, fit)
        for at, name in enumerate(table.head)
        if (fit := written.fullmatch(name)) and asked & {_plain(name), _plain(fit["title"])}
    ]
    if len(found) != 1:
        raise _no_column(table, wanted, several=bool(found))
    return found[0]


def _no_column(table: Downloaded, wanted: Sequence[str], *, several: bool = False) -> NoTable:
    asked = " or ".join(repr(name) for name in wanted)
    many = "more than one column is" if several else "no column is"
    return NoTable(
        f"{table.path}: {many} called {asked}; if one is this lesson's, say which with --column "
        f"(there are: {', '.join(map(repr, filter(None, table.head)))})"
    )


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _is_canvas(table: Downloaded) -> bool:
    return [name.casefold() for name in table.head[:2]] == ["student", "id"]


def _is_blackboard(table: Downloaded) -> bool:
    return table.column(("Username", "User Name")) is not None and table.column(("Last Name",)) == 0


def _is_moodle(table: Downloaded) -> bool:
    """By its first column, for the heads are in the site's language."""
    return all(_PARTICIPANT.fullmatch(row[0].strip()) for row in table.rows[1:])


_PLATFORMS: tuple[
    tuple[Callable[[Downloaded], bool], Callable[[Downloaded, str, Sequence[str]], Worksheet]], ...
] = ((_is_canvas, _canvas), (_is_blackboard, _blackboard), (_is_moodle, _moodle))


def whose(place: Place, known: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """The students whom a row may be, the surest first."""
    return (known[name] for name in place.names if name[1] and name in known)
