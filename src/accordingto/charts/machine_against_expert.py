"""What the machine and the expert both found in a text, what it missed, what it has besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from accordingto.charts.figure import PALETTE, Chart, listed, new_figure, nothing_to_draw
from accordingto.charts.stretches import Stretch, row_of, runs, stretches
from accordingto.readings import Layer, Mark, Reading, compare, marks
from accordingto.readings.marks import words_of
from accordingto.text import Article

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "Machine against expert"
MOST_NAMED = 8
STYLES = {
    "both": (PALETTE[0], ""),
    "missed": (PALETTE[1], "//"),
    "extra": (PALETTE[3], "xx"),
}


def machine_against_expert(
    article: Article, machine: Reading, expert: Reading, *, layer: Layer = "attributions"
) -> Chart:
    """The text as a strip for each paragraph, with the words that both marked, or only one.

    The expert's ids stand where the expert's marks begin. The alt text counts whole marks,
    as `compare` does. Any two readings will do: a student's may stand for the machine's.
    """
    from matplotlib.patches import Patch

    title = f"{TITLE}: {layer}."
    found, wanted = marks(machine, layer), marks(expert, layer)
    if not found and not wanted:
        return nothing_to_draw(title, f"Neither found any {layer} in this text.")
    result = compare(article, machine, expert, layer=layer)
    theirs = frozenset[int]().union(*(words_of(article, mark) for mark in wanted))
    ours = frozenset[int]().union(*(words_of(article, mark) for mark in found))
    exact = sum(match.exact for match in result.matched)
    rows = stretches(article)
    longest = max(len(row.words) for row in rows)
    figure = new_figure(11, 1.7 + 0.58 * len(rows))
    axes = figure.subplots()
    for at, row in enumerate(rows):
        axes.plot([0, len(row.words)], [at + 0.14] * 2, color="#999999", linewidth=2, zorder=0)
    kinds = []
    for name, words in (
        ("both", ours & theirs),
        ("missed", theirs - ours),
        ("extra", ours - theirs),
    ):
        color, hatch = STYLES[name]
        style: dict[str, Any] = {"facecolor": color, "hatch": hatch, "edgecolor": "white"}
        kinds.append(Patch(label=name, **style))
        for at, first, last in _in_rows(rows, words):
            axes.barh(at + 0.14, last - first, height=0.34, left=first, **style)
    if len(rows) == len(article.paragraphs):
        _ids(axes, article, rows, wanted, longest)
    axes.set_yticks(
        [at + 0.14 for at in range(len(rows))], [row.label for row in rows], fontsize=13
    )
    axes.set_ylabel("paragraph", fontsize=13)
    axes.set(xlim=(0, longest * 1.02), ylim=(len(rows) - 0.4, -0.6))
    axes.xaxis.set_visible(False)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    figure.legend(handles=kinds, loc="outside lower center", ncols=3, fontsize=13, frameon=False)
    axes.set_title(title.rstrip("."), fontsize=18, loc="left")
    return Chart(
        figure,
        f"{title} Of the expert’s {len(wanted)} the machine found {len(result.matched)},"
        f" {exact} of them from the same word to the same word; it missed"
        f" {_named(article, result.missed)}; besides, it found {_named(article, result.extra)}."
        f" Precision {result.whole.precision:.2f}, recall {result.whole.recall:.2f}.",
    )


def _named(article: Article, marks: Sequence[Mark]) -> str:
    """Marks by id and paragraph, or how many they are when there are many."""
    if len(marks) > MOST_NAMED:
        return str(len(marks))
    each = [f"{mark.id} in paragraph {article.paragraph_of(mark.pieces[0])}" for mark in marks]
    return listed(each) or "nothing"


def _in_rows(rows: Sequence[Stretch], words: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """The runs of words as row, first and last within the row; a run never leaves its row."""
    for at, row in enumerate(rows):
        here = [word - row.words.start for word in words if word in row.words]
        for first, last in runs(here):
            yield at, first, last


def _ids(
    axes: Axes, article: Article, rows: Sequence[Stretch], wanted: Sequence[Mark], longest: int
) -> None:
    """The expert's ids above the marks, moved to the right where two would overlap."""
    room = longest * 0.045
    free: dict[int, float] = {}
    for first, id in sorted((min(words_of(article, mark), default=-1), mark.id) for mark in wanted):
        if first >= 0:
            row = row_of(rows, first)
            start = first - rows[row].words.start
            left = max(start, free.get(row, 0))
            free[row] = left + room
            axes.plot([start] * 2, [row - 0.05, row + 0.31], color="black", linewidth=1)
            axes.text(left, row - 0.05, id, va="bottom", fontsize=11)
