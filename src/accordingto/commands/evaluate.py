"""`accordingto evaluate READING MEASURE`: two corpora, or the machine against an expert reading."""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from accordingto.commands.counting import counted
from accordingto.commands.options import add_workers
from accordingto.corpora.files import Line, Trouble, records
from accordingto.corpora.many import read_all
from accordingto.instrument.reader import read
from accordingto.readings.compare import Comparison, Score, compare
from accordingto.readings.expert import read_written
from accordingto.readings.marks import Layer
from accordingto.readings.records import Attribution, Reading
from accordingto.text import Article, Span

LAYERS: tuple[Layer, ...] = ("quotations", "attributions")


class Attributed(msgspec.Struct):
    """An attribution of a corpus line; spans are pairs of offsets."""

    content: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    embedded_in: str | None = None


class Annotated(Line):
    """A line of a corpus with its attributions.

    Raises ValueError when a place lies outside its text.
    """

    attributions: tuple[Attributed, ...]

    def __post_init__(self) -> None:
        for one in self.attributions:
            for place in (*one.content, *one.cue, *one.source):
                if place.end > len(self.text):
                    raise ValueError(
                        f"{place.start}..{place.end} reaches beyond the text, which has "
                        f"{len(self.text)} characters"
                    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The reading that is measured, and the one it is measured against."""
    parser.add_argument("reading", help="a .jsonl corpus, or `machine` to read the other's texts")
    parser.add_argument("measure", type=Path, help="a .jsonl corpus or a folder with reading.yaml")
    parser.add_argument("--at-least", type=_share, default=0.5, help="overlap that counts (0.5)")
    add_workers(parser)


def _share(words: str) -> float:
    with suppress(ValueError):
        if 0 <= (share := float(words)) <= 1:
            return share
    raise argparse.ArgumentTypeError(f"expected a share from 0 to 1, got {words}")


def run(arguments: argparse.Namespace) -> int:
    """Print precision, recall and F of each layer, by whole marks and by words."""
    totals: dict[Layer, list[Comparison]] = {layer: [] for layer in LAYERS}
    for article, reading, measure in counted(_pairs(arguments), "articles compared"):
        for layer in LAYERS:
            if layer == "attributions" or measure.quotations:
                totals[layer].append(
                    compare(article, reading, measure, layer=layer, at_least=arguments.at_least)
                )
    print(f"{'':28}{'P':>7}{'R':>7}{'F':>7}{'found':>8}{'wanted':>8}")
    for layer, comparisons in totals.items():
        if comparisons:
            print(_row(f"{layer}, whole", [c.whole for c in comparisons]))
            print(_row(f"{layer}, by words", [c.words for c in comparisons]))
    return 0


def _row(name: str, scores: list[Score]) -> str:
    total = Score(
        sum(score.right for score in scores),
        sum(score.found for score in scores),
        sum(score.wanted for score in scores),
    )
    figures = "".join(f"{100 * x:7.1f}" for x in (total.precision, total.recall, total.f))
    return f"{name:28}{figures}{total.found:8}{total.wanted:8}"


def _pairs(arguments: argparse.Namespace) -> Iterator[tuple[Article, Reading, Reading]]:
    reading, measure = arguments.reading, arguments.measure
    if measure.is_dir():
        if reading != "machine":
            raise ValueError(f"expected `machine` against a folder, got {reading!r}")
        article, expert = read_written(measure)
        yield article, read(article), expert
    elif reading == "machine":
        yield from _by_machine(measure, jobs=arguments.jobs or 1, dask=arguments.dask)
    else:
        found = {line.id: line for line in _lines(Path(reading))}
        for line in _lines(measure):
            if line.id not in found:
                raise LookupError(f"{reading}: no line has the id {line.id!r}")
            read_there = found.pop(line.id)
            if read_there.text != line.text:
                raise ValueError(f"{reading}: the text of {line.id!r} differs from {measure}")
            yield Article(line.id, line.text), _reading(read_there), _reading(line)
        if found:
            raise LookupError(f"{measure}: no line has the id {next(iter(found))!r}")


def _by_machine(
    measure: Path, *, jobs: int, dask: str | None
) -> Iterator[tuple[Article, Reading, Reading]]:
    waiting: deque[Reading] = deque()  # measures of the articles that are being read

    def articles() -> Iterator[Article]:
        for line in _lines(measure):
            waiting.append(_reading(line))
            yield Article(line.id, line.text)

    for outcome in read_all(articles(), jobs=jobs, dask=dask):
        if not isinstance(outcome, Trouble):
            yield *outcome, waiting.popleft()


def _lines(path: Path) -> Iterator[Annotated]:
    seen: set[str] = set()
    for line in records(path, Annotated):
        if isinstance(line, Trouble):
            raise ValueError(line.message)
        if line.id in seen:
            raise ValueError(f"{path}: two lines have the id {line.id!r}")
        seen.add(line.id)
        yield line


def _reading(line: Annotated) -> Reading:
    return Reading(
        article=line.id,
        reader="corpus",
        attributions=tuple(
            Attribution(
                id=f"A{number}",
                form="indirect",
                content=one.content,
                cue=one.cue,
                source=one.source,
                embedded_in=one.embedded_in,
            )
            for number, one in enumerate(line.attributions, 1)
        ),
    )
