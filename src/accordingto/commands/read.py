"""`accordingto read ARTICLE…`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain

import msgspec

from accordingto.commands.counting import counted
from accordingto.commands.options import add_workers
from accordingto.corpora.files import Trouble, articles, expected, is_corpus
from accordingto.corpora.lines import corpus_record
from accordingto.corpora.many import ReadOutcome, read_all
from accordingto.formats.web_annotation import annotation_page
from accordingto.text import Article
from accordingto.text.wrapped import is_wrapped, lines_of_groups, unwrapped


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The input, the form of the output, and the number of cores."""
    parser.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help=".txt, .md, a .jsonl corpus, or - for input"
    )
    parser.add_argument("--format", choices=("table", "jsonl", "jsonld"), default="table")
    add_workers(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print a reading of each article; exit code 1 when one could not be read."""
    given = chain.from_iterable(map(_given, arguments.articles))
    outcomes = read_all(given, jobs=arguments.jobs or 1, dask=arguments.dask)
    corpus = any(map(is_corpus, arguments.articles))
    if corpus and not sys.stdout.isatty():
        outcomes = counted(outcomes, "articles read", expected(arguments.articles))
    troubles = 0
    for outcome in outcomes:
        if isinstance(outcome, Trouble):
            troubles += 1
            print(f"accordingto read: {outcome.message}", file=sys.stderr)
        else:
            _show(outcome, arguments.format)
    return 1 if troubles else 0


def _given(path: str) -> Iterator[Article | Trouble]:
    """What a path holds; a page whose lines were broken is read by paragraphs, and this is said.

    The texts of a corpus stay as they are: others are to find the same words in them.
    """
    for one in articles([path]):
        if isinstance(one, Trouble) or is_corpus(path) or not is_wrapped(lines_of_groups(one.text)):
            yield one
        else:
            print(f"accordingto read: {one.id}: {_JOINED}", file=sys.stderr)
            yield Article(one.id, unwrapped(one.text))


_JOINED = "its lines break off inside sentences, so all between blank lines is one paragraph"


def _show(outcome: ReadOutcome, form: str) -> None:
    if isinstance(outcome, Trouble):
        return
    article, reading = outcome
    if form == "table":
        from rich.console import Console

        from accordingto.commands.table import rendered

        console = Console()
        for part in rendered(article, reading, console.width):
            console.print(part)
        return
    record = (corpus_record if form == "jsonl" else annotation_page)(article, reading)
    sys.stdout.write(msgspec.json.encode(record).decode("utf-8") + "\n")
    sys.stdout.flush()  # cut short, it has put out what was read
