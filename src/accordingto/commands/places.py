"""Where a student's notebooks are, for the commands that read their work."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_place(parser: argparse.ArgumentParser) -> None:
    """Add the option that says where somebody works."""
    parser.add_argument(
        "--from", dest="source", type=Path, default=Path(), help="your working copy (here)"
    )


def notebooks_in(place: Path) -> Path:
    """The folder of notebooks that is meant by a working copy, or by that folder itself.

    Raises NotADirectoryError where there is no folder.
    """
    if not place.is_dir():
        raise NotADirectoryError(20, "there is no such folder", str(place))
    inner = place / "notebooks"
    return inner.absolute() if inner.is_dir() else place.absolute()
