"""`accordingto items FOLDER LESSON`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.classroom.room.figures import Figures
from accordingto.classroom.room.first_tries import FirstTries
from accordingto.commands.answers import answers_in
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose answers, to which lesson, and whether a page is to be written."""
    parser.add_argument("folder", type=Path, help="the answers of a class, as they lie there")
    parser.add_argument("lesson")
    parser.add_argument(
        "--page", type=Path, metavar="FILE", help="write it as a page to print instead"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print how each exercise did and what to do about it, or write it as a page."""
    content = Content.around(arguments.folder)
    sheet = Sheet.of(arguments.lesson, content)
    students = [one.entries for one in answers_in(arguments.folder, sheet.lesson, content)]
    found = Figures.of(FirstTries.of(sheet, students), students)
    if arguments.page is None:
        print("\n".join(found.lines()))
        return 0
    write_whole(arguments.page, found.html().encode())
    print(f"Written: {arguments.page}. Open it in a browser, and print it from there.")
    return 0
