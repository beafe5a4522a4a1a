"""`accordingto build [--check]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.content import Content


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and whether only to look."""
    parser.add_argument("--check", action="store_true", help="only say what is out of step")
    parser.add_argument("--root", type=Path, help="a folder with lessons/ and exercises/")


def run(arguments: argparse.Namespace) -> int:
    """Build, or check; exit code 1 when anything is out of step.

    Raises NotADirectoryError where the root is no folder.
    """
    from accordingto.notebooks.build import build, drift

    content = Content(arguments.root.resolve()) if arguments.root else Content.around(Path.cwd())
    if not content.root.is_dir():
        raise NotADirectoryError(f"there is no folder {content.root}")
    if not arguments.check:
        for written in build(content):
            print(f"built: {written.relative_to(content.root)}")
        return 0
    problems = drift(content)
    for problem in problems:
        print(problem)
    if problems:
        print("Run `accordingto build`, look at what changed, and commit it.")
    return 1 if problems else 0
