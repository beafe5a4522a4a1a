"""`accordingto double-mark DIR LESSON`: a second person marks the texts blind; do the two agree?"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.classroom.course import Course
from accordingto.classroom.second_marker.agreement import Pair, agreements
from accordingto.classroom.second_marker.sheets import (
    first_marks,
    points_of,
    rubric_of,
    sheet_of,
)
from accordingto.classroom.second_marker.texts import WrittenText, texts
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole
from accordingto.exercises.points import rounded

if TYPE_CHECKING:
    from rich.console import Console

FEW = 20  # texts, below which one more or less moves kappa a good deal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course and lesson, and whether to write the sheet or to read it."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", type=Path, metavar="SHEET", help="write the sheet, a CSV file")
    what.add_argument("--read", type=Path, metavar="SHEET", help="compare the marks in it")


def run(arguments: argparse.Namespace) -> int:
    """Write the sheet and its rubric; or say how far both agree, and where they differ."""
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
    course: Course, sheet: Sheet, path: Path, all_: Sequence[WrittenText], console: Console
) -> int:
    from rich.table import Table
    from rich.text import Text

    second = points_of(path, all_)
    first = first_marks(course, sheet)
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
            apart.add_row(*map(Text, (*cells, *marks, _beginning(pair.text.text))))
        console.print(apart)
    console.print("Nothing was written: what you agree on goes into the formgrader.")
    return 0


def _beginning(text: str, limit: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
