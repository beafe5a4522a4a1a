"""`accordingto course DIR [LESSON…]`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

from accordingto.classroom.hand_out.making import changed, make
from accordingto.classroom.hand_out.own import bring
from accordingto.commands.counting import counted
from accordingto.content import Content
from accordingto.exercises.sheet import Mode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and which lessons."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="by default every lesson")
    parser.add_argument(
        "--mode",
        choices=get_args(Mode),
        default="graded",
        help="graded: no feedback before the marks, no key handed out (default); "
        "practice: feedback at once; vote: everybody votes first",
    )


def run(arguments: argparse.Namespace) -> int:
    """Make it, lesson by lesson with a progress bar, and say where what is."""
    copy = Content.around(Path.cwd())
    for lesson in arguments.lessons:
        for name in bring(lesson, copy, arguments.folder.absolute()):
            print(f"brought from {copy.root}: {name}")
    lessons = arguments.lessons or Content(arguments.folder.absolute()).lessons()
    for lesson in counted(lessons, "lessons made", len(lessons)):
        course = make(arguments.folder, [lesson], arguments.mode)
    for path in changed(course, lessons, arguments.mode):
        print(f"left as it is: {path.relative_to(course.root)}; delete it to take the kit's")
    print(
        f"The course is in {course.root}: hand out release/, and put what comes back in its place "
        f"with `accordingto collect {course.root} LESSON DOWNLOAD`."
    )
    return 0
