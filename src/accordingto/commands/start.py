"""`accordingto start FOLDER`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.notebooks.copy import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One folder."""
    parser.add_argument("folder", type=Path, help="where to work; made when it is not there")


def run(arguments: argparse.Namespace) -> int:
    """Start, and say what was added, updated and left alone."""
    folder: Path = arguments.folder
    done = start(folder)
    for word, names in (("added", done.added), ("updated", done.updated)):
        for name in names:
            print(f"{word}: {name}")
    for name in done.kept:
        note = "; the kit has a newer one" if name in done.waiting else ""
        print(f"left as you changed it: {name}{note}")
    print(f"Ready: open {folder / 'notebooks' / '00-start-here.ipynb'} in JupyterLab.")
    return 0
