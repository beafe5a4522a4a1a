"""The command `accordingto`. Each subcommand is a module; this file names them and says errors."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module, metadata
from typing import Protocol, cast

ABOUT = "Read the news as evidence: who says so, how do they know, in whose words?"
COMMANDS = {  # each is a module of `commands`
    "start": "make or refresh a working copy of the notebooks",
    "progress": "show how far you have come in every lesson",
    "my-work": "write your own work in a lesson as one page",
    "start-over": "begin a lesson anew, or one exercise of it",
    "read": "read articles by machine and print what was found",
    "evaluate": "hold one reading against another",
    "article": "keep a page of one's own, with a draft of its reading",
    "lesson": "make a lesson of a page, with its sheet and guide",
    "convert": "write a page's reading in the format of an annotation tool",
    "report": "write a report on a page's sources, for print",
    "build": "build the notebooks from lessons and exercises",
    "site": "write the kit as static files, to be opened by a link",
    "course": "make an nbgrader course of lessons",
    "hand-in": "make the zip that a student hands in",
    "roster": "take the list of students from a platform",
    "collect": "put what was handed in where it is graded",
    "hub": "write a JupyterHub configuration for a class, with its room",
    "room": "open a room, in which a class sends its answers as it gives them",
    "items": "say how each exercise did in a class, and what to do about it",
    "learning": "say what a class learned, from before the first lesson to after the last",
    "research": "write a class's work as open data, without names",
    "class": "draw where a class parts, to be projected",
    "otherwise": "list where students read otherwise than the key",
    "grade": "grade all submissions of a lesson",
    "regrade": "show, and write, what a corrected key changes",
    "double-mark": "compare two people's marks of texts",
    "late": "show, and write, what being late takes off",
    "feedback": "write each student's page of feedback",
    "export": "write the marks as tables for a platform",
}


class Command(Protocol):
    """The interface that each subcommand's module must offer."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what it takes."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand. What is wrong with the input ends as one sentence and exit code 2.

    Stopped by hand, it ends with the shells' own code for that, 130. What it prints is UTF-8 on
    every system, as its files are, so that one command can read what another one wrote.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    words = list(sys.argv[1:] if argv is None else argv)
    asked = words[0] if words and words[0] in COMMANDS else None
    parser = argparse.ArgumentParser(prog="accordingto", description=ABOUT)
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    try:
        for name, help_line in COMMANDS.items():
            subparser = subparsers.add_parser(name, help=help_line, description=help_line)
            if name == asked:
                module = f"accordingto.commands.{name.replace('-', '_')}"
                command = cast(Command, import_module(module))
                command.add_arguments(subparser)
        arguments = parser.parse_args(words)
        code = command.run(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever read along, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (ValueError, LookupError, OSError, ModuleNotFoundError) as error:
        print(f"accordingto {asked}: {_sentence(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"\naccordingto {asked}: stopped; what was finished is kept", file=sys.stderr)
        return 130


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} cannot be used ({error.strerror})"
    if isinstance(error, ModuleNotFoundError):
        package = str(error.name).partition(".")[0]
        return f"the package {package} is not installed{_where_to_get(package)}"
    return str(error)


def _where_to_get(package: str) -> str:
    """The extra that brings a package, where one does."""
    for requirement in metadata.requires("according-to") or ():
        if extra := re.match(rf"{re.escape(package)}\b.*extra == ['\"](\w+)", requirement):
            return f"; install the kit with its extra, as in according-to[{extra[1]}]"
    return ""


if __name__ == "__main__":
    sys.exit(main())
