"""`accordingto double-mark DIR LESSON`: a second person marks the texts blind; do the two agree?"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.classroom.alike import alike
from accordingto.classroom.course import Course
from accordingto.classroom.gradebook import Book
from accordingto.classroom.marker_agreement import Pair, agreements
from accordingto.classroom.scores import rounded
from accordingto.classroom.tables import as_csv, read_csv
from accordingto.classroom.texts import Text, asked, texts
from accordingto.exercises import Sheet
from accordingto.exercises.answers import write_whole
from accordingto.exercises.question import grade_id

if TYPE_CHECKING:
    from rich.console import Console

COLUMNS = ("code", "exercise", "alike", "text", "points")
FEW = 20  # texts, below which one more or less moves kappa a good deal


def sheet_of(all_: Sequence[Text]) -> bytes:
    """The second marker's sheet: no name, no points, an empty column to fill."""
    rows: list[tuple[str, ...]] = []
    for exercise, group in groupby(all_, key=lambda text: text.exercise):
        some = list(group)
        numbered = sorted(
            zip(alike([text.text for text in some]), some, strict=True), key=lambda pair: pair[0]
        )
        rows += [(text.code, exercise, str(number), text.text, "") for number, text in numbered]
    return as_csv([COLUMNS, *rows], marked=True)


def rubric_of(sheet: Sheet) -> str:
    """What the second marker marks by, in Markdown: each question, each level with its sample."""
    lines = [f"# What to mark by: {sheet.lesson}", ""]
    for question in asked(sheet):
        lines += [f"## {question.id} {question.title}", "", question.prompt.strip(), ""]
        for level in sorted(question.rubric, key=lambda level: -level.marks):
            lines += [f"- **{level.marks}**: {level.text} *For example:* {level.sample}"]
        lines.append("")
    return "\n".join(lines)


def points_of(path: Path, all_: Iterable[Text]) -> dict[str, float]:
    """The second marker's points by code; rows without any are left out.

    Raises ValueError with the row for a code that is none or is there twice, and for points that
    are no number or more than there are.
    """
    by_code = {text.code: text for text in all_}
    found: dict[str, float] = {}
    for number, row in read_csv(path, ("code", "points")):
        code, said = row["code"].strip(), row["points"].strip()
        if not said:
            continue
        text = by_code.get(code)
        if text is None:
            raise ValueError(
                f"{path}, row {number}: no text has the code {code!r} now; it is of another "
                "course or lesson, or was handed in anew since"
            )
        if code in found:
            raise ValueError(f"{path}, row {number}: {code} is there twice")
        found[code] = _number(said, text.of, f"{path}, row {number}")
    return found


def _number(said: str, most: float, where: str) -> float:
    try:
        points = float(said.replace(",", "."))
    except ValueError:
        points = -1.0
    if not 0 <= points <= most:
        raise ValueError(f"{where}: expected points from 0 to {most:g}, got {said!r}")
    return points


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course and lesson, and whether to write the sheet or to read it."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", type=Path, metavar="SHEET", help="write the sheet, a CSV file")
    what.add_argument("--read", type=Path, metavar="SHEET", help="compare the marks in it")


def run(arguments: argparse.Namespace) -> int:
    """Write the sheet and its rubric; or say how far both agree, and where they part."""
    from rich.console import Console

    course = Course(arguments.folder.absolute())
    course.released(arguments.lesson)
    sheet = course.sheet(arguments.lesson)
    all_ = texts(course, sheet)
    if not all_:
        print(f"No text of {arguments.lesson} has been handed in.")
        return 1
    if arguments.read:
        return _compare(course, sheet, arguments.read, all_, Console())
    path: Path = arguments.write
    rubric = path.with_name(f"{path.stem}-rubric.md")
    if taken := [one for one in (path, rubric) if one.exists()]:
        raise ValueError(f"{taken[0]} is there already, perhaps with marks in it; name another")
    write_whole(path, sheet_of(all_))
    write_whole(rubric, rubric_of(sheet).encode(errors="replace"))
    print(f"{path}: {len(all_)} texts without names. Fill in the column `points`.")
    print(f"{rubric}: what to mark by.")
    print("Texts with one number under `alike` say nearly the same, so that one mark may serve;")
    print("what a class was taught, many write: the number says nothing of how that came about.")
    return 0


def _compare(
    course: Course, sheet: Sheet, path: Path, all_: Sequence[Text], console: Console
) -> int:
    from rich.table import Table
    from rich.text import Text as Cell

    second = points_of(path, all_)
    first = _first(course, sheet)
    pairs = [
        Pair(text, first[text.student, text.exercise], second[text.code])
        for text in all_
        if text.code in second and (text.student, text.exercise) in first
    ]
    console.print(f"{len(pairs)} texts have both marks, of {len(all_)} that were handed in.")
    if not pairs:
        console.print("The first marks are those that stand in the formgrader.")
        return 1
    table = Table("exercise", "texts", "same mark", "weighted kappa", title=sheet.lesson)
    for one in agreements(pairs):
        kappa = "one mark throughout" if one.kappa is None else f"{one.kappa:.2f}"
        table.add_row(one.exercise, str(one.texts), str(one.same), kappa)
    console.print(table)
    if len(pairs) < FEW:
        console.print(f"With fewer than {FEW} texts kappa is a hint, no more.")
    parted = sorted(
        (pair for pair in pairs if pair.first != pair.second),
        key=lambda pair: -abs(pair.first - pair.second),
    )
    if parted:
        apart = Table("code", "student", "exercise", "first", "second", "text", title="Talk about")
        for pair in parted:
            cells = (pair.text.code, pair.text.student, pair.text.exercise)
            marks = (rounded(pair.first), rounded(pair.second))
            apart.add_row(*map(Cell, (*cells, *marks, _beginning(pair.text.text))))
        console.print(apart)
    console.print("Nothing was written: what you agree on goes into the formgrader.")
    return 0


def _first(course: Course, sheet: Sheet) -> dict[tuple[str, str], float]:
    """The points that a person gave in the gradebook, by student and exercise."""
    names = {grade_id(question.id): question.id for question in sheet}
    with Book(course, sheet.lesson) as book:
        return {
            (scores.student.id, names[name]): cell.points
            for scores in book.scores()
            for name, cell in scores.cells.items()
            if cell.by_hand and cell.points is not None and name in names
        }


def _beginning(text: str, limit: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
