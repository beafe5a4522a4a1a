"""`accordingto evaluate READING MEASURE`: two corpora, or the machine against an expert reading."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import msgspec

from accordingto.instrument.reader import read
from accordingto.readings.compare import Comparison, Score, compare
from accordingto.readings.marks import Layer
from accordingto.readings.records import Attribution, Reading
from accordingto.readings.written import read_written
from accordingto.text import Article, Span

LAYERS: tuple[Layer, ...] = ("quotations", "attributions")


class Attributed(msgspec.Struct):
    """An attribution of a corpus line; spans are pairs of offsets."""

    content: list[tuple[int, int]] = []
    cue: list[tuple[int, int]] = []
    source: list[tuple[int, int]] = []
    embedded_in: str | None = None


class Line(msgspec.Struct):
    """A line of a corpus with its attributions."""

    id: str
    text: str
    attributions: list[Attributed]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is measured against what."""
    parser.add_argument("reading", help="a .jsonl corpus, or `machine` to read the other's texts")
    parser.add_argument("measure", type=Path, help="a .jsonl corpus or a folder with reading.yaml")
    parser.add_argument("--at-least", type=float, default=0.5, help="overlap that counts (0.5)")


def run(arguments: argparse.Namespace) -> int:
    """Print precision, recall and F of each layer, by whole marks and by words."""
    totals: dict[Layer, list[Comparison]] = {layer: [] for layer in LAYERS}
    for article, reading, measure in _pairs(arguments.reading, arguments.measure):
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


def _pairs(reading: str, measure: Path) -> Iterator[tuple[Article, Reading, Reading]]:
    if measure.is_dir():
        article, expert = read_written(measure)
        if reading != "machine":
            raise ValueError(f"expected `machine` against a folder, got {reading!r}")
        yield article, read(article), expert
        return
    found = None if reading == "machine" else {line.id: line for line in _lines(Path(reading))}
    for line in _lines(measure):
        article = Article(line.id, line.text)
        if found is None:
            yield article, read(article), _reading(line)
        elif line.id not in found:
            raise LookupError(f"{reading}: no line has the id {line.id!r}")
        elif found[line.id].text != line.text:
            raise ValueError(f"{reading}: the text of {line.id!r} differs from {measure}")
        else:
            yield article, _reading(found[line.id]), _reading(line)


def _lines(path: Path) -> Iterator[Line]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield msgspec.json.decode(line, type=Line)
            except msgspec.DecodeError as error:
                raise ValueError(f"{path}, line {number}: {error}") from None


def _reading(line: Line) -> Reading:
    return Reading(
        article=line.id,
        reader="corpus",
        attributions=tuple(
            Attribution(
                id=f"A{number}",
                form="indirect",
                content=_spans(one.content),
                cue=_spans(one.cue),
                source=_spans(one.source),
                embedded_in=one.embedded_in,
            )
            for number, one in enumerate(line.attributions, 1)
        ),
    )


def _spans(pairs: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
