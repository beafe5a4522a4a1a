"""`accordingto start-over LESSON [EXERCISE]`."""

from __future__ import annotations

import argparse

from accordingto.commands.places import add_place, notebooks_in
from accordingto.content import Content
from accordingto.exercises.released import opened
from accordingto.notebooks.lesson import Lesson


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which lesson, which exercise, and from where."""
    parser.add_argument("lesson")
    parser.add_argument("exercise", nargs="?", help="one exercise, such as 4.2 (all of the lesson)")
    add_place(parser)


def run(arguments: argparse.Namespace) -> int:
    """Begin anew, and say that nothing is lost."""
    folder = notebooks_in(arguments.source)
    sheet = opened(arguments.lesson, folder, Content.around(folder))
    Lesson(sheet, folder / "answers").start_over(arguments.exercise)
    begun = f"exercise {arguments.exercise}" if arguments.exercise else arguments.lesson
    print(f"Begun anew: {begun}. What you did before is kept in the answer file, as earlier tries.")
    return 0
