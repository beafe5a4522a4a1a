"""`accordingto my-work LESSON`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.commands.places import add_place, notebooks_in
from accordingto.exercises.disk import write_whole
from accordingto.notebooks.my_work import my_work


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which lesson, from where and to where."""
    parser.add_argument("lesson")
    add_place(parser)
    parser.add_argument("--to", type=Path, metavar="FILE", help="the page (LESSON.my-work.html)")


def run(arguments: argparse.Namespace) -> int:
    """Write the page and say where it is."""
    page = my_work(notebooks_in(arguments.source), arguments.lesson)
    path = arguments.to or Path(f"{arguments.lesson}.my-work.html")
    write_whole(path, page.encode())
    print(f"Written: {path}. Open it in a browser, and print it from there.")
    return 0
