"""`accordingto build [--check]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.content import content_root


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and whether only to look."""
    parser.add_argument("--check", action="store_true", help="only say what is out of step")
    parser.add_argument("--root", type=Path, help="a folder with lessons/ and exercises/")


def run(arguments: argparse.Namespace) -> int:
    """Build, or check; exit code 1 when anything is out of step."""
    from accordingto.notebooks.build import build, drift

    root: Path = arguments.root or content_root()
    if not arguments.check:
        for written in build(root):
            print(f"built: {written.relative_to(root)}")
        return 0
    problems = drift(root)
    for problem in problems:
        print(problem)
    if problems:
        print("Run `accordingto build`, look at what changed, and commit it.")
    return 1 if problems else 0
