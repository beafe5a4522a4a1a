"""Where in an article each source speaks, and for how many words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from accordingto.charts.figure import (
    PALETTE,
    Chart,
    counted,
    lettering,
    listed,
    new_figure,
    nothing_to_draw,
)
from accordingto.charts.stretches import Stretch, row_of, runs, stretches
from accordingto.readings import Attribution, Reading
from accordingto.text import Article, Span

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "Where does each source speak?"
MOST_SOURCES = 16  # the others share one row
ROOM = 0.013  # of the text: what one letter of a paragraph's number takes


def source_places(article: Article, reading: Reading) -> Chart:
    """A row for each source, a bar where its content stands in the text, counted at the end.

    A source is the origin of the words. "Kirby" and "John Kirby" are one. Plain bars are words
    between quotation marks, hatched ones are the reporter's; a diamond is a statement that
    gives no content. As when readings are compared, an attribution inside another does not count.
    """
    from matplotlib.patches import Patch

    by_source = _by_source(reading)
    if not by_source:
        return nothing_to_draw(TITLE, "No source was found in this text.")
    quoted = {word for one in reading.quotations for word in article.words_in(one.span)}
    rows = stretches(article)
    figure = new_figure(11, 2.2 + 0.62 * len(by_source))
    axes = figure.subplots()
    total = len(article.words)
    told = []
    for row, (name, theirs) in enumerate(by_source.items()):
        said = {word for one in theirs for place in one.content for word in article.words_in(place)}
        _bars(axes, row, runs(said & quoted), "")
        _bars(axes, row, runs(said - quoted), "///")
        for one in theirs:
            if not one.content and one.cue:
                at = article.words_in(one.cue[0]).start
                axes.plot([at], [row], "D", color="black", markersize=8)
        length = f"{counted(len(theirs), 'statement')}, {counted(len(said), 'word')}"
        axes.text(total * 1.015, row, length, va="center", fontsize=13)
        told.append(f"{name}: {length}, {_where(article, rows, theirs)}")
    kinds = [
        Patch(facecolor=PALETTE[0], label="in quotation marks"),
        Patch(facecolor="white", edgecolor=PALETTE[0], hatch="///", label="reported"),
        *axes.plot([], [], "D", color="black", markersize=8, label="no content given"),
    ]
    figure.legend(handles=kinds, loc="outside lower center", ncols=3, fontsize=13, frameon=False)
    names = [lettering(name, 26) for name in by_source]
    axes.set_yticks(range(len(names)), names, fontsize=14)
    _paragraphs(axes, rows)
    axes.set(xlim=(0, total * 1.32), ylim=(len(names) - 0.4, -0.6))
    axes.set_title(TITLE, fontsize=18, loc="left")
    return Chart(figure, f"{TITLE} {'; '.join(told)}.")


def _by_source(reading: Reading) -> dict[str, list[Attribution]]:
    """The statements of each source, in the order in which the sources first speak."""
    outer = sorted(
        (one for one in reading.attributions if not one.embedded_in and _placed(one)),
        key=lambda one: min(_placed(one)),
    )
    full = {one.origin.name for one in outer if one.origin and one.origin.type.startswith("named")}
    found: dict[str, list[Attribution]] = defaultdict(list)
    for one in outer:
        if one.origin is None or one.origin.type in ("none", "undisclosed"):
            name = "no source stated"
        else:
            longer = [known for known in full if known.endswith(f" {one.origin.name}")]
            name = max(longer, key=lambda known: (len(known), known), default=one.origin.name)
        found[name].append(one)
    if len(found) <= MOST_SOURCES:
        return found
    most = sorted(found, key=lambda name: -len(found[name]))[: MOST_SOURCES - 1]
    shown = {name: theirs for name, theirs in found.items() if name in most}
    others = [one for name, theirs in found.items() if name not in most for one in theirs]
    return {**shown, f"{len(found) - len(shown)} other sources": others}


def _placed(one: Attribution) -> tuple[Span, ...]:
    """Where it stands: a record that is being made may have a source and nothing else."""
    return (*one.content, *one.cue, *one.source)


def _bars(axes: Axes, row: int, places: Iterable[tuple[int, int]], hatch: str) -> None:
    axes.broken_barh(
        [(first, last - first) for first, last in places],
        (row - 0.28, 0.56),
        facecolor="white" if hatch else PALETTE[0],
        edgecolor=PALETTE[0],
        hatch=hatch,
    )


def _where(article: Article, rows: Sequence[Stretch], theirs: Sequence[Attribution]) -> str:
    places = [_placed(one)[0] for one in theirs]
    found = sorted({row_of(rows, article.words_in(place).start) for place in places})
    return ("paragraphs " if len(found) > 1 else "paragraph ") + listed(
        [rows[at].label for at in found]
    )


def _paragraphs(axes: Axes, rows: Sequence[Stretch]) -> None:
    """Their numbers below, and a thin line where each begins."""
    end = rows[-1].words.stop
    shown: list[tuple[float, str]] = []
    for row in rows:
        middle = (row.words.start + row.words.stop) / 2
        if not shown or middle - shown[-1][0] > end * ROOM * len(row.label):
            shown.append((middle, row.label))
    axes.set_xticks([middle for middle, _ in shown], [label for _, label in shown], fontsize=12)
    axes.vlines(
        [*(row.words.start for row in rows), end],
        0,
        1,
        transform=axes.get_xaxis_transform(),
        color="#cccccc",
        linewidth=0.8,
        zorder=0,
    )
    axes.set_xlabel("paragraph", fontsize=13, loc="left")
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
