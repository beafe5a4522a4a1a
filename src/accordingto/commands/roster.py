"""`accordingto roster DIR DOWNLOADED`."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.course import Course
from accordingto.classroom.downloaded import Downloaded
from accordingto.classroom.hand_in.class_list import Listed, class_list
from accordingto.classroom.numbers import STUDENT_ID, keep_numbers, read_numbers
from accordingto.commands.asking import agreed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course, and the platform's list."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument(
        "list",
        type=Path,
        metavar="DOWNLOADED",
        help="Canvas's gradebook export, Moodle's list of participants, Blackboard's download of "
        "grades, or a table with `username` or `email` and names",
    )
    parser.add_argument("--yes", action="store_true", help="write without asking")


def run(arguments: argparse.Namespace) -> int:
    """Show who is new or changed, ask, and write; exit code 1 when it was not."""
    course = Course(arguments.folder.absolute())
    table = Downloaded.read(arguments.list)
    with Book(course, course.lessons()[0]) as book:
        found = class_list(table, book.students())
        _show(found)
        record = read_numbers(course.root)
        numbers = {one.student_id: one.student.id for one in found if one.student_id}
        new = [one.student for one in found if one.does != "same"]
        if not new and numbers.items() <= record.get(STUDENT_ID, {}).items():
            print("Nothing is to be written.")
            return 0
        if not arguments.yes and not agreed(
            "Write them into the gradebook?", "Nothing was written: to write it, say --yes."
        ):
            return 1
        book.enrol(new)
    if numbers:
        keep_numbers(course.root, record | {STUDENT_ID: record.get(STUDENT_ID, {}) | numbers})
    return 0


def _show(found: list[Listed]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("student", "", "first name", "last name", "email", "Canvas's ID", "Student ID")
    for listed in found:
        one = listed.student
        names = (one.first_name, one.last_name, one.email, one.lms_user_id)
        table.add_row(*map(Text, (one.id, listed.does, *names, listed.student_id)))
    console = Console()
    console.print(table)
    does = Counter(one.does for one in found)
    console.print(f"{does['new']} new, {does['changed']} changed, {does['same']} same.")
