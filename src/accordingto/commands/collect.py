"""`accordingto collect DIR LESSON FILE…`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.classroom.course import Course
from accordingto.classroom.hand_in.collect import collect


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course, lesson and files."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a bulk download of Canvas, Moodle or Blackboard, a folder, or NAME_LESSON.zip; "
        "of two copies that have no time the one in the later FILE counts",
    )
    parser.add_argument(
        "--groups",
        type=Path,
        metavar="CSV",
        help="who is in which group, as the platform exports it: a group's copy is each member's",
    )
    parser.add_argument("--late", action="store_true", help="late copies take the place of others")


def run(arguments: argparse.Namespace) -> int:
    """Collect, and say what was done; exit code 1 when there is something to look at."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    course = Course(arguments.folder.absolute())
    table = Table("student", "", "what is to be known", title=arguments.lesson)
    troubles = 0
    for one in collect(
        course,
        arguments.lesson,
        arguments.files,
        groups=arguments.groups,
        late_counts=arguments.late,
    ):
        troubles += bool(one.sentences)
        group = [f"As one of {one.group}."] if one.group else []
        table.add_row(*map(Text, (one.student, one.did, " ".join([*group, *one.sentences]))))
    Console().print(table)
    return 1 if troubles else 0
