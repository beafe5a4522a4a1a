"""`accordingto progress`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.commands.places import add_place, notebooks_in
from accordingto.exercises.disk import write_whole
from accordingto.notebooks.home import home, home_page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From where, and whether a page is to be written."""
    add_place(parser)
    parser.add_argument(
        "--page", type=Path, metavar="FILE", help="write it as an HTML page with links instead"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print how far one has come in every lesson, or write it as a page."""
    folder = notebooks_in(arguments.source)
    found = home(folder)
    if arguments.page is None:
        print(found)
        return 0
    write_whole(arguments.page, home_page(found, folder).encode())
    print(f"Written: {arguments.page}. Open it in a browser.")
    return 0
