"""`accordingto regrade DIR LESSON`."""

from __future__ import annotations

import argparse
import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.classroom import wall
from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.course import Course
from accordingto.classroom.mark.grade import Way
from accordingto.classroom.mark.regrade import LOG, Change, regraded, write
from accordingto.commands.asking import agreed
from accordingto.commands.counting import counted
from accordingto.commands.options import add_marking, said_of_wall
from accordingto.exercises.points import rounded
from accordingto.notebooks.cells import grade_id
from accordingto.workers import cores

if TYPE_CHECKING:
    from rich.console import Console


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course and lesson, whether only to look, and why."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    parser.add_argument("--preview", action="store_true", help="only show what would change")
    parser.add_argument("--why", default="", help="the reason, which the log keeps")
    parser.add_argument("--yes", action="store_true", help="write lowered marks without asking")
    add_marking(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show what changes, ask where somebody loses, and write; exit code 1 when it was not."""
    from rich.console import Console

    if not arguments.preview and not arguments.why:
        raise ValueError("say why, for the log: --why 'the key of 4.4 was wrong'; or --preview")
    course = Course(arguments.folder.absolute())
    lesson: str = arguments.lesson
    course.released(lesson)
    console = Console()
    with wall.opened(cores(arguments.jobs)):
        walled = not arguments.without_wall
        code = not (wall.why_no_code() or (walled and wall.why_no_wall()))
        way = Way.of(course, lesson, walled=walled, code=code)
        scored = regraded(way, jobs=arguments.jobs, dask=arguments.dask)
        found = list(counted(scored, "scored anew", len(course.submitted(lesson))))
    changes = [change for one in found for change in one.changes]
    _show(course, lesson, changes, console)
    if arguments.preview or not found:
        if changes:
            again = f"accordingto regrade {course.root} {lesson}{said_of_wall(arguments)}"
            console.print(f"To write them: {again} --why REASON")
        return 0
    lowered = sum(change.lowered for change in changes)
    if (
        lowered
        and not arguments.yes
        and not agreed(
            f"{lowered} marks go down. Write them all the same?",
            f"{lowered} marks would go down: look at them, then say --yes.",
        )
    ):
        console.print("Nothing was written.")
        return 1
    write(way, found, why=arguments.why, who=_who())
    console.print(f"Written, and kept in {course.root / LOG}.")
    return 0


def _show(course: Course, lesson: str, changes: list[Change], console: Console) -> None:
    from rich.table import Table
    from rich.text import Text

    if not changes:
        console.print("Nobody's marks change.")
        return
    table = Table("student", "exercise", "before", "after", "", title=lesson)
    with Book(course, lesson) as book:
        for change in changes:
            by_hand = grade_id(change.exercise) in book.marked_by_hand(change.student)
            stands = "a person's mark stands" if by_hand else ""
            down = "lower" if change.lowered else ""
            points = (_points(change.before), _points(change.after))
            table.add_row(*map(Text, (change.student, change.exercise, *points, stands or down)))
    console.print(table)


def _who() -> str:
    """The name of whoever runs this; the number where the system has no name, as in containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # which of them, depends on the version of Python
        return str(os.getuid())


def _points(points: float | None) -> str:
    return "a person marks" if points is None else rounded(points)
