"""The command `accordingto`. Each subcommand is a module; this file only names them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

COMMANDS = {
    "start": ("make or refresh a working copy of the notebooks", "accordingto.commands.start"),
    "read": ("read articles by machine and print what was found", "accordingto.commands.read"),
    "evaluate": ("hold one reading against another", "accordingto.commands.evaluate"),
    "build": ("build the notebooks from lessons and exercises", "accordingto.commands.build"),
    "course": ("make an nbgrader course of lessons", "accordingto.classroom.course"),
    "grade": ("grade all submissions of a lesson", "accordingto.classroom.grade"),
}


class Command(Protocol):
    """What the module of a subcommand holds."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what it takes."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand. What is wrong with the input ends as one sentence and exit code 2."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="accordingto", description=__doc__)
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (help_line, module) in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=help_line, description=help_line)
        if words[:1] == [name]:
            cast(Command, import_module(module)).add_arguments(subparser)
    arguments = parser.parse_args(words)
    try:
        return cast(Command, import_module(COMMANDS[arguments.command][1])).run(arguments)
    except (ValueError, LookupError, OSError) as error:
        print(f"accordingto {arguments.command}: {error}", file=sys.stderr)
        return 2
