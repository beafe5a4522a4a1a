"""`accordingto lesson ARTICLE`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.authoring.making import made
from accordingto.authoring.plan import MINUTES
from accordingto.authoring.telling import told
from accordingto.content import Content


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The page, how long the lesson is, and which exercises it has."""
    parser.add_argument("article", help="the name of its folder in seeds/")
    parser.add_argument("--kit", type=Path, default=Path(), help="the working copy (this folder)")
    parser.add_argument("--minutes", type=int, choices=MINUTES, default=MINUTES[-1])
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NAME",
        help="exercises by name, or by kind, such as chain or 'sort cards'; may come again",
    )
    parser.add_argument(
        "--anew", action="store_true", help="also where you have changed the lesson"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the lesson, build its notebooks, and say what it has and has not.

    The student's notebook is there some seconds before the solved one, and that is said at once.
    """
    content = Content.around(arguments.kit)
    only = [word.strip() for words in arguments.only for word in words.split(",")]
    lesson = made(
        arguments.article, content, minutes=arguments.minutes, only=only, anew=arguments.anew
    )
    for sentence in told(lesson):
        print(sentence)
    if not lesson.is_written:
        return 1
    from accordingto.notebooks.build import build_lesson  # after what is written was said

    building = build_lesson(lesson.page, content)
    print(
        f"built: {next(building).relative_to(content.root)}. Open it; its solution follows.",
        flush=True,
    )
    for path in building:
        print(f"built: {path.relative_to(content.root)}")
    return 0
