"""Marks put into a platform's own table: first what would change, then the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from accordingto.classroom.book.scores import Scores
from accordingto.classroom.hand_back.platforms import EXCUSED
from accordingto.classroom.hand_back.worksheets import (
    EMAIL,
    LOGIN,
    Place,
    Worksheet,
    number,
    whose,
)
from accordingto.classroom.numbers import Record
from accordingto.classroom.tables import NoTable
from accordingto.exercises.points import rounded

What = Literal["new", "changed", "same", "kept", "not in the table", "not in the gradebook"]
WHATS: tuple[What, ...] = get_args(What)
_ALIKE = 0.005  # points are written with two decimals


@dataclass(frozen=True)
class Cell:
    """One person: what stands in the table, what goes there, and why where that is nothing.

    `kept` is a cell that stays as it is, because there is nothing to put into it.
    """

    student: str
    what: What
    before: str = ""
    after: str = ""
    why: str = ""
    row: int = 0


@dataclass(frozen=True)
class Filled:
    """A platform's table, and each person in it or in the gradebook."""

    sheet: Worksheet
    cells: tuple[Cell, ...]

    @property
    def changes(self) -> list[Cell]:
        """Those whose cell is another one afterwards."""
        return [cell for cell in self.cells if cell.what in ("new", "changed")]

    def bytes(self) -> bytes:
        """The table with the changes in it, and else as it was."""
        at = self.sheet.column
        return self.sheet.table.with_cells([(one.row, at, one.after) for one in self.changes])


def fill(
    sheet: Worksheet,
    every: Sequence[Scores],
    record: Record,
    *,
    scale: bool = False,
) -> Filled:
    """Return what a platform's table becomes with these scores.

    Raises NoTable where it is another course's or another assignment's, as its people or their
    numbers say, and where its maximum is another than the lesson's and marks are not to be put in
    proportion by `scale`.
    """
    _refuse_another(sheet, record)
    of = next((one.of for one in every if one.there), None)
    factor = _factor(sheet, of, scale)
    scores = {one.student.id: one for one in every}
    known = _known(every, record)
    students = {place.row: next(whose(place, known), "") for place in sheet.places}
    if not any(student in scores for student in students.values()):
        raise NoTable(
            f"{sheet.table.path}: nobody in it is known here by a number or a name, so it is of "
            "another course or assignment, or nothing was collected from this one"
        )
    rows = Counter(students.values())
    cells = []
    for place in sheet.places:
        student = students[place.row]
        if rows[student] > 1 and student:
            why = f"more than one row is {student}’s"
            cells.append(Cell(place.said, "kept", sheet.standing(place), why=why, row=place.row))
        elif one := scores.get(student):
            cells.append(_cell(sheet, place, one, factor))
        else:
            cells.append(Cell(place.said, "not in the gradebook", sheet.standing(place)))
    cells += [_absent(one, factor) for one in every if one.student.id not in rows]
    return Filled(sheet, tuple(cells))


def _cell(sheet: Worksheet, place: Place, scores: Scores, factor: float) -> Cell:
    student, before = scores.student.id, sheet.standing(place)
    why = place.why
    after = rounded(scores.points * factor)
    if scores.excused and sheet.platform == "Canvas":
        after = EXCUSED
    elif scores.excused:
        why = f"excused, for which {sheet.platform}'s table has no word: say it there"
    elif before.upper() == EXCUSED and sheet.platform == "Canvas":
        why = "excused there"
    elif scores.state != "complete":
        why = _no_mark(scores)
    if why:
        return Cell(student, "kept", before, why=why, row=place.row)
    stands, comes = number(before), number(after)
    same = before == after or (
        stands is not None and comes is not None and abs(stands - comes) < _ALIKE
    )
    nothing = before in ("", "-") or (stands is None and before.upper() != EXCUSED)
    what: What = "same" if same else "new" if nothing else "changed"
    return Cell(student, what, before, after, row=place.row)


def _refuse_another(sheet: Worksheet, record: Record) -> None:
    """Moodle's worksheet says of no column which assignment it is of; but its numbers do."""
    for scope in sorted({scope for place in sheet.places for scope, _ in place.names}):
        if not scope.startswith("Moodle, "):
            continue
        numbers = {said for place in sheet.places for where, said in place.names if where == scope}
        if record.get(scope) and numbers.isdisjoint(record[scope]):
            others = (one for one in record if not numbers.isdisjoint(record[one]))
            other = next((one for one in others if one.startswith("Moodle, ")), "")
            whose = other.removeprefix("Moodle, ") or "another assignment"
            raise NoTable(f"{sheet.table.path}: its participants are those of {whose}")


def _factor(sheet: Worksheet, of: float | None, scale: bool) -> float:
    """What a point is worth in the table."""
    if not of or not sheet.of or abs(sheet.of - of) < _ALIKE:
        return 1.0
    if not scale:
        raise NoTable(
            f"{sheet.table.path}: marks there are out of {rounded(sheet.of)}, of this lesson out "
            f"of {rounded(of)}; --scale puts them in proportion"
        )
    return sheet.of / of


def _known(every: Sequence[Scores], record: Record) -> Mapping[tuple[str, str], str]:
    """Students by what a row can say of them; what would be two people's is nobody's."""
    students = [one.student for one in every]
    said = [
        *(((scope, number), who) for scope in record for number, who in record[scope].items()),
        *((("Canvas", one.lms_user_id), one.id) for one in students),
        *(((LOGIN, one.id), one.id) for one in students),
        *(((EMAIL, one.email), one.id) for one in students),
    ]
    people: dict[tuple[str, str], set[str]] = {}
    for name, who in said:
        people.setdefault(name, set()).add(who)
    return {name: min(ids) for name, ids in people.items() if len(ids) == 1}


def _absent(scores: Scores, factor: float) -> Cell:
    complete = scores.state == "complete"
    return Cell(
        scores.student.id,
        "not in the table",
        after=rounded(scores.points * factor) if complete else "",
        why="" if complete else _no_mark(scores),
    )


def _no_mark(scores: Scores) -> str:
    return f"{scores.state}: there is no mark yet"
