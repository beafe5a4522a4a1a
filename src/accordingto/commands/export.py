"""`accordingto export DIR --for PLATFORM`, and `export DIR LESSON --into DOWNLOADED`."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.book.scores import STATES, Scores
from accordingto.classroom.course import Course
from accordingto.classroom.downloaded import Downloaded
from accordingto.classroom.hand_back.export import export
from accordingto.classroom.hand_back.fill import WHATS, Filled, fill
from accordingto.classroom.hand_back.platforms import PLATFORMS
from accordingto.classroom.hand_back.worksheets import worksheet
from accordingto.classroom.numbers import read_numbers
from accordingto.commands.asking import agreed
from accordingto.exercises.disk import write_whole


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course, for which platform or into which table, and where to."""
    parser.usage = (  # in this order
        "%(prog)s DIR [LESSON ...] --for PLATFORM [--to FOLDER]\n"
        "       %(prog)s DIR LESSON --into DOWNLOADED [--column TITLE] [--scale] [--yes]"
    )
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="by default every lesson")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--for", dest="platform", choices=tuple(PLATFORMS), help="whose columns")
    where.add_argument(
        "--into",
        type=Path,
        metavar="DOWNLOADED",
        help="fill in a platform's own table: Canvas's gradebook export, Blackboard's download of "
        "grades, Moodle's grading worksheet",
    )
    parser.add_argument("--to", type=Path, help="a folder (by default exports/ in the course)")
    parser.add_argument("--column", default="", metavar="TITLE", help="the table's column of marks")
    parser.add_argument("--scale", action="store_true", help="in proportion to its maximum")
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument(
        "--excused", nargs="+", default=[], metavar="STUDENT", help="who need not do it"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the tables, and say of each lesson how many marks are in them."""
    course = Course(arguments.folder.absolute())
    lessons = arguments.lessons or course.lessons()
    by_lesson = {lesson: _scores(course, lesson, arguments.excused) for lesson in lessons}
    folder = arguments.to or course.root / "exports"
    if arguments.into:
        if len(lessons) != 1:
            raise ValueError("--into fills in one lesson at a time: say which")
        return _into(arguments, course, lessons[0], by_lesson[lessons[0]], folder)
    done = export(course, by_lesson, arguments.platform, folder)
    for path in done.paths:
        print(path)
    for lesson, every in by_lesson.items():
        states = Counter(scores.state for scores in every)
        print(f"{lesson}: {', '.join(f'{states[state]} {state}' for state in STATES)}.")
    if arguments.platform != "plain":
        for why, students in done.left_out.items():
            print(f"Left out ({why}): {', '.join(students)}.")
        if len(lessons) > 1:
            print("Who has marks in some of the lessons has a blank in the others; a platform may")
            print("erase what stands there: upload one lesson at a time where that matters.")
        print("What is missing or waits is no zero; a zero is a mark that was given.")
    return 0


def _into(
    arguments: argparse.Namespace, course: Course, lesson: str, every: list[Scores], folder: Path
) -> int:
    """Show what would change in a platform's table, ask, and write; exit code 1 when it was not."""
    table = Downloaded.read(arguments.into)
    sheet = worksheet(table, lesson, (course.title(lesson),), arguments.column)
    record = read_numbers(course.root)
    filled = fill(sheet, every, record, scale=arguments.scale)
    _show(filled)
    if not filled.changes:
        print("Nothing is to be written.")
        return 0
    path = folder / arguments.into.name
    if not arguments.yes and not agreed(
        f"Write the new and the changed to {path}?", "Nothing was written: to write it, say --yes."
    ):
        return 1
    write_whole(path, filled.bytes())
    print(path)
    return 0


def _show(filled: Filled) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    sheet = filled.sheet
    title = f"{sheet.platform}, {sheet.table.head[sheet.column]}"
    table = Table("who", "", "there", "comes", "why", title=title)
    for cell in filled.cells:
        table.add_row(*map(Text, (cell.student, cell.what, cell.before, cell.after, cell.why)))
    console = Console()
    console.print(table)
    counted = Counter(cell.what for cell in filled.cells)
    console.print(", ".join(f"{counted[what]} {what}" for what in WHATS) + ".")
    zeros = [cell.student for cell in filled.changes if cell.after == "0"]
    if zeros and sheet.platform == "Moodle":
        console.print(
            f"Moodle's worksheet may not take in a grade of 0: look afterwards at "
            f"{', '.join(zeros)}."
        )


def _scores(course: Course, lesson: str, excused: Collection[str]) -> list[Scores]:
    with Book(course, lesson) as book:
        book.hold_against(course.sheet(lesson))
        every = book.scores()
    if unknown := sorted({*excused} - {scores.student.id for scores in every}):
        raise ValueError(f"--excused: the gradebook has nobody called {unknown[0]}")
    return [replace(scores, excused=scores.student.id in excused) for scores in every]
