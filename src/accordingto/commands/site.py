"""`accordingto site FOLDER`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.commands.counting import counted
from accordingto.content import Content
from accordingto.site.making import make
from accordingto.site.placing import others
from accordingto.text.wording import listed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and where what is fetched is kept."""
    parser.add_argument("folder", type=Path, help="where the site is written")
    parser.add_argument("--lesson", metavar="LESSON", help="only this lesson, and graded")
    parser.add_argument(
        "--graded", action="store_true", help="no feedback, and no key in the folder"
    )
    parser.add_argument(
        "--without-article",
        action="store_true",
        help="leave out texts that are their publishers'; readers bring them",
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path.home() / ".cache" / "accordingto",
        help="where Pyodide and wheels are kept once fetched (default %(default)s)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write it, and say how it is looked at."""
    folder: Path = arguments.folder.absolute()
    content = Content.around(Path.cwd())
    if bool(arguments.lesson) != arguments.graded:
        raise ValueError("--lesson and --graded go together: a site of one lesson is graded work")
    lesson = Path(arguments.lesson).stem if arguments.graded else ""
    without = arguments.without_article
    steps = make(folder, arguments.cache.absolute(), content, lesson, without_article=without)
    for _ in counted(steps, "steps done", 3):
        pass
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(
        f"The site is in {folder}, {size / 1e6:.0f} MB of static files; any web server serves it."
    )
    if kept := sorted(others(folder)):
        print(f"Left as it was, since it is not of the kit: {listed(kept)}.")
    print(f"To look at it here: python -m http.server --directory {folder}")
    return 0
