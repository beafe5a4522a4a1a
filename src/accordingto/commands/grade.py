"""`accordingto grade DIR LESSON`."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from accordingto.classroom import wall
from accordingto.classroom.course import Course
from accordingto.classroom.mark.grade import Graded, grade, missing
from accordingto.commands.counting import counted
from accordingto.commands.options import add_marking, said_of_wall
from accordingto.exercises.points import rounded
from accordingto.workers import cores

VERDICTS = ("graded", "partly", "could not", "missing")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course and lesson, and on how many processes."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    add_marking(parser)


def run(arguments: argparse.Namespace) -> int:
    """Grade with a progress bar, and a table at the end; exit code 1 when any was not graded."""
    course = Course(arguments.folder.absolute())
    course.released(arguments.lesson)
    with wall.opened(cores(arguments.jobs)):  # what is behind it loads while the gradebook does
        return _graded(course, arguments)


def _graded(course: Course, arguments: argparse.Namespace) -> int:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    lesson: str = arguments.lesson
    absent = missing(course, lesson)
    console = Console()
    why, remedy = _why_no_code(arguments)
    if why:
        console.print(f"No code was run: {why}.{remedy}")
    table = Table("student", "", "points", "why", title=lesson)
    how = {"jobs": arguments.jobs, "dask": arguments.dask, "walled": not arguments.without_wall}
    results = grade(course, lesson, **how, code=not why)
    verdicts: Counter[str] = Counter()
    earlier = 0
    total = len(course.submitted(lesson))
    for one in counted(results, "graded", total):
        verdicts[one.marks.verdict] += 1
        earlier += one.earlier_key
        table.add_row(*map(Text, _row(one)))
    for student in absent:
        verdicts["missing"] += 1
        table.add_row(Text(student), "missing", "", "Nothing was handed in.")
    console.print(table)
    console.print(", ".join(f"{verdicts[word]} {word}" for word in VERDICTS) + ".")
    if not total:
        console.print(
            f"There is no submitted/STUDENT/{lesson}/ in {course.root}: `accordingto collect` puts "
            "there what was handed in."
        )
    if earlier:
        console.print(_of_earlier_key(earlier, arguments))
    return 0 if set(verdicts) == {"graded"} else 1


def _why_no_code(arguments: argparse.Namespace) -> tuple[str | None, str]:
    """Why no code can be run, or None, and what would help."""
    if why := wall.why_no_code():
        return why, ""
    if not arguments.without_wall and (why := wall.why_no_wall()):
        return why, " To run it all the same: --without-wall."
    return None, ""


def _of_earlier_key(many: int, arguments: argparse.Namespace) -> str:
    how = f"{arguments.folder} {arguments.lesson}{said_of_wall(arguments)} --preview"
    return (
        f"The key has changed since {many} of these were graded. What that would change: "
        f"accordingto regrade {how}"
    )


def _row(one: Graded) -> tuple[str, str, str, str]:
    marks, said = one.marks, list(one.marks.sentences)
    if one.stale:
        said.append(f"Changed after a person marked it, look again: {', '.join(one.stale)}.")
    if waiting := [mark.exercise for mark in marks.marks if mark.state == "person"]:
        said.append(f"A person marks {', '.join(waiting)}.")
    of = sum(mark.of for mark in marks.marks)
    points = "" if marks.verdict == "could not" else f"{rounded(marks.points)} of {rounded(of)}"
    return marks.student, marks.verdict, points, " ".join(said)
