"""`accordingto convert ARTICLE`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.content import Content
from accordingto.exercises.disk import write_whole
from accordingto.formats.files import files
from accordingto.readings import seed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The page, the format, and where the files go."""
    parser.add_argument("article", help="the name of its folder in seeds/")
    parser.add_argument("--to", choices=("annotation", "brat", "xmi", "csv"), default="annotation")
    parser.add_argument(
        "--offsets",
        choices=("codepoints", "utf16"),
        default="codepoints",
        help="how positions of a Web Annotation count: utf16 for viewers in a browser",
    )
    parser.add_argument("--out", type=Path, default=Path(), help="a folder (this one)")


def run(arguments: argparse.Namespace) -> int:
    """Write the files, and name each."""
    article, reading = seed(arguments.article, Content.around(Path.cwd()))
    for name, text in files(article, reading, arguments.to, arguments.offsets).items():
        path: Path = arguments.out / name
        write_whole(path, text.encode("utf-8"))
        print(path)
    return 0
