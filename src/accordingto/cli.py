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
COMMANDS = {
    "start": ("make or refresh a working copy of the notebooks", "accordingto.commands.start"),
    "read": ("read articles by machine and print what was found", "accordingto.commands.read"),
    "evaluate": ("hold one reading against another", "accordingto.commands.evaluate"),
    "build": ("build the notebooks from lessons and exercises", "accordingto.commands.build"),
    "course": ("make an nbgrader course of lessons", "accordingto.classroom.course"),
    "hand-in": ("make the zip that a student hands in", "accordingto.classroom.handin"),
    "collect": ("put what was handed in where it is graded", "accordingto.classroom.collect"),
    "grade": ("grade all submissions of a lesson", "accordingto.classroom.grade"),
    "regrade": ("show, and write, what a corrected key changes", "accordingto.classroom.regrade"),
    "double-mark": ("compare two people's marks of texts", "accordingto.classroom.double_marking"),
    "feedback": ("write each student's page of feedback", "accordingto.classroom.feedback"),
    "export": ("write the marks as tables for a platform", "accordingto.classroom.export"),
}


class Command(Protocol):
    """What the module of a subcommand holds."""

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
        for name, (help_line, module) in COMMANDS.items():
            subparser = subparsers.add_parser(name, help=help_line, description=help_line)
            if name == asked:
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
