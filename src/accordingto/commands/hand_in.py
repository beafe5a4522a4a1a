"""`accordingto hand-in LESSON`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.classroom.hand_in.pack import hand_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which lesson, from where, under whose name and to where."""
    parser.add_argument("lesson")
    parser.add_argument("--name", default="", help="your name in the course, if you were told one")
    parser.add_argument(
        "--from", dest="source", type=Path, default=Path(), help="your working copy (here)"
    )
    parser.add_argument("--to", type=Path, default=Path(), help="where the zip goes (here)")


def run(arguments: argparse.Namespace) -> int:
    """Zip it and say what is in it; exit code 1 when something is to be put right first."""
    done = hand_in(arguments.source, arguments.lesson, student=arguments.name, into=arguments.to)
    for taken in done.taken:
        print(taken)
    for sentence in done.sentences:
        print(sentence)
    for question in done.empty:
        print(f"still empty: {question.id} {question.title}")
    print(f"{'Not ready yet' if done.sentences else 'Ready to hand in'}: {done.path}")
    return 1 if done.sentences else 0
