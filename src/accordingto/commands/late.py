"""`accordingto late DIR LESSON`."""

from __future__ import annotations

import argparse
import re
from datetime import timedelta
from pathlib import Path

from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.book.lateness import Late, nbgraders_rule, per_day
from accordingto.classroom.course import Course
from accordingto.commands.asking import agreed
from accordingto.exercises.points import rounded

_EXTENSION = re.compile(r"(?P<student>.+)=(?P<days>\d+(?:\.\d+)?)")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which lesson, when it is due and for whom later, and the rule."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    parser.add_argument("--due", metavar="TIME", help='such as "2026-05-04 12:00 UTC"')
    parser.add_argument(
        "--extend",
        nargs="+",
        default=[],
        metavar="STUDENT=DAYS",
        help="days more for a student; 0 takes them back",
    )
    parser.add_argument(
        "--per-day",
        type=float,
        metavar="PERCENT",
        help="what each day that has begun takes off the points (by default nbgrader's own rule)",
    )
    parser.add_argument("--yes", action="store_true", help="write without asking")


def run(arguments: argparse.Namespace) -> int:
    """Show who loses how much, ask, and write; exit code 1 when it was not."""
    course = Course(arguments.folder.absolute())
    extensions = dict(map(_extension, arguments.extend))
    own = arguments.per_day is not None
    rule = per_day(arguments.per_day) if own else nbgraders_rule(course.settings())
    with Book(course, arguments.lesson) as book:
        if (found := book.lateness(arguments.due, extensions, rule)) is None:
            raise ValueError(f"{arguments.lesson} is due at no time yet: say when, with --due")
        _show(arguments.lesson, found)
        if not arguments.yes and not agreed(
            "Write this?", "Nothing was written: to write it, say --yes."
        ):
            return 1
        book.settle()
    return 0


def _extension(said: str) -> tuple[str, timedelta]:
    if not (fit := _EXTENSION.fullmatch(said)):
        raise ValueError(f"--extend: expected STUDENT=DAYS, got {said!r}")
    return fit["student"], timedelta(days=float(fit["days"]))


def _show(lesson: str, found: list[Late]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("student", "handed in", "due", "late by", "points", "loses", "lost", title=lesson)
    for one in found:
        if one.seconds or one.before:
            came, due = (
                f"{time:%Y-%m-%d %H:%M}" if time else "" for time in (one.handed_in, one.due)
            )
            points = (one.points, one.after, one.before)
            by = f"{timedelta(seconds=round(one.seconds))}"
            table.add_row(*map(Text, (one.student, came, due, by, *map(rounded, points))))
    console = Console()
    console.print(table)
    late = sum(one.seconds > 0 for one in found)
    unknown = [one.student for one in found if one.handed_in is None]
    console.print(f"{late} late, {len(found) - late - len(unknown)} in time (times are UTC).")
    if unknown:
        console.print(f"Of these no time is known, and nothing is taken off: {', '.join(unknown)}.")
