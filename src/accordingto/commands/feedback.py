"""`accordingto feedback DIR LESSON`."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.course import Course
from accordingto.classroom.hand_back.feedback import WHY, feedback
from accordingto.commands.counting import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course and lesson."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")


def run(arguments: argparse.Namespace) -> int:
    """Write with a progress bar, then a table; exit code 1 when somebody's work was not graded."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    course = Course(arguments.folder.absolute())
    with Book(course, arguments.lesson) as book:
        total = len(book.students())
    console = Console()
    pages = feedback(course, arguments.lesson)
    told = list(counted(pages, "pages written", total))
    table = Table("student", "page", "", title=arguments.lesson)
    for one in told:
        waits = f"{one.waiting} not marked yet; the page says so." if one.waiting else ""
        table.add_row(Text(one.student), one.done, WHY.get(one.done, waits))
    console.print(table)
    counts = Counter(one.done for one in told)
    console.print(", ".join(f"{number} {done}" for done, number in counts.items()) + ".")
    console.print(f"The pages are in {course.root / 'feedback'}/STUDENT/{arguments.lesson}/.")
    return 1 if counts["not graded"] else 0
