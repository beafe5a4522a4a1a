"""`accordingto report ARTICLE`."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from accordingto.content import Content
from accordingto.exercises.disk import write_whole
from accordingto.pages.about import about_of
from accordingto.pages.correcting.kept import log_of
from accordingto.pages.report import report
from accordingto.readings import seed
from accordingto.text import decoded


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The page, what goes into the report, and where it is written."""
    parser.add_argument("article", help="the name of its folder in seeds/")
    parser.add_argument("--memo", type=Path, help="a text file; (12) in it points to paragraph 12")
    parser.add_argument("--without-text", action="store_true", help="leave the page's text out")
    parser.add_argument("--out", type=Path, help="the HTML file (ARTICLE-report.html)")


def run(arguments: argparse.Namespace) -> int:
    """Write the report, and say where it is."""
    content = Content.around(Path.cwd())
    article, reading = seed(arguments.article, content)
    folder = content.seed(arguments.article)
    memo = ""
    if arguments.memo:
        memo = decoded(arguments.memo.read_bytes(), str(arguments.memo))
    changed = datetime.date.fromtimestamp((folder / "reading.yaml").stat().st_mtime)
    page = report(
        article,
        reading,
        about_of(folder),
        read_on=f"{changed.day} {changed:%B %Y}",
        log=log_of(folder),
        memo=memo,
        with_text=not arguments.without_text,
    )
    out: Path = arguments.out or Path(f"{article.id}-report.html")
    write_whole(out, page.encode("utf-8"))
    print(f"{out}: open it in a browser; it can be printed, and needs nothing else.")
    return 0
