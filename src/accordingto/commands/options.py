"""Options that several commands share."""

from __future__ import annotations

import argparse


def add_workers(parser: argparse.ArgumentParser, *, jobs: int = 1) -> None:
    """Add the options that every command with a long job takes."""
    parser.add_argument(
        "--jobs", type=int, default=jobs, help="cores; -1 for all (default %(default)s)"
    )
    parser.add_argument("--dask", metavar="ADDRESS", help="the address of a Dask scheduler")


def add_marking(parser: argparse.ArgumentParser) -> None:
    """Add what grading and regrading take: workers, and whether students' code has a wall."""
    add_workers(parser, jobs=-1)
    parser.add_argument(
        "--without-wall", action="store_true", help="run students' code with nothing around it"
    )


def said_of_wall(arguments: argparse.Namespace) -> str:
    """Return the option as it was given, for a command that is to be run in the same way."""
    return " --without-wall" if arguments.without_wall else ""
