"""`accordingto otherwise DIR LESSON`."""

from __future__ import annotations

import argparse
from itertools import groupby
from pathlib import Path

from accordingto.classroom.course import Course
from accordingto.classroom.hand_in.otherwise import readings_against_key


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The course and the lesson."""
    parser.add_argument("root", type=Path, metavar="DIR", help="the folder of the course")
    parser.add_argument("lesson")


def run(arguments: argparse.Namespace) -> int:
    """Print each reason under its exercise, with what was answered."""
    found = readings_against_key(Course(arguments.root.absolute()), arguments.lesson)
    for question, notes in groupby(found, key=lambda one: one.question):
        print(f"{question.id} {question.title}")
        for one in notes:
            print(f"  {one.student} answered: {one.answer}")
            print(f"    {one.reason}")
    print(f"{len(found)} noted that they read something otherwise than the key.")
    return 0
