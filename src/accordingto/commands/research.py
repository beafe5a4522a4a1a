"""`accordingto research FOLDER LESSON… --to OUT`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accordingto.classroom.room.research import SECRET, rows, secret_in, write
from accordingto.commands.answers import answers_in
from accordingto.content import Content
from accordingto.exercises import Sheet


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose answers, to which lessons, and where to."""
    parser.add_argument("folder", type=Path, help="the answers of a class, as they lie there")
    parser.add_argument("lessons", nargs="+", metavar="LESSON")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="OUT", help="a folder for the data"
    )
    parser.add_argument(
        "--secret",
        type=Path,
        metavar="DIR",
        help=f"the folder of {SECRET}, which stays with you (by default the one of the answers)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the table and its dictionary, and say where, and what stays here."""
    kept = arguments.secret or arguments.folder
    if kept.absolute() == arguments.to.absolute():
        raise ValueError(f"{kept}: the secret would lie beside the data; name another folder")
    secret = secret_in(kept)
    arguments.to.mkdir(parents=True, exist_ok=True)
    paths = write(arguments.to, _rows(arguments, secret))
    print(f"Written: {' and '.join(map(str, paths))}, without names, texts or days.")
    print(f"Keep {kept / SECRET} to yourself: with it, codes can be told for names.")
    return 0


def _rows(arguments: argparse.Namespace, secret: bytes) -> Iterator[dict[str, Any]]:
    content = Content.around(arguments.folder)
    for lesson in arguments.lessons:
        sheet = Sheet.of(lesson, content)
        found = answers_in(arguments.folder, lesson, content)
        yield from rows(sheet, ((one.name, one.entries) for one in found), secret)
