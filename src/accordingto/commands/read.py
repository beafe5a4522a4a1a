"""`accordingto read ARTICLE…`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator

import msgspec

from accordingto.corpora.files import Trouble, articles
from accordingto.corpora.lines import corpus_record
from accordingto.corpora.many import Outcome, read_all
from accordingto.readings.annotations import annotation_page
from accordingto.workers import add_workers


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to read, how to print it, and on how many cores."""
    parser.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help=".txt, .md, a .jsonl corpus, or - for input"
    )
    parser.add_argument("--format", choices=("table", "jsonl", "jsonld"), default="table")
    add_workers(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print a reading of each article; exit code 1 when one could not be read."""
    outcomes = read_all(articles(arguments.articles), jobs=arguments.jobs or 1, dask=arguments.dask)
    corpus = any(path.endswith(".jsonl") for path in arguments.articles)
    troubles = 0
    for outcome in _with_progress(outcomes) if corpus else outcomes:
        if isinstance(outcome, Trouble):
            troubles += 1
            print(f"accordingto read: {outcome.message}", file=sys.stderr)
        else:
            _show(outcome, arguments.format)
    return 1 if troubles else 0


def _show(outcome: Outcome, form: str) -> None:
    if isinstance(outcome, Trouble):
        return
    article, reading = outcome
    if form == "table":
        from rich.console import Console

        from accordingto.corpora.table import rendered

        console = Console()
        for part in rendered(article, reading):
            console.print(part)
        return
    record = (corpus_record if form == "jsonl" else annotation_page)(article, reading)
    sys.stdout.write(msgspec.json.encode(record).decode("utf-8") + "\n")


def _with_progress(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The same outcomes, counted on standard error where that is a terminal."""
    from rich.console import Console
    from rich.progress import (
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("articles read"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        task = progress.add_task("reading", total=None)
        for outcome in outcomes:
            progress.advance(task)
            yield outcome
