"""Which cues an article uses, by the class of their verb, from its first paragraph to its last."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from accordingto.charts.figure import (
    HATCHES,
    PALETTE,
    Chart,
    counted,
    lettering,
    listed,
    new_figure,
    nothing_to_draw,
)
from accordingto.charts.stretches import row_of, stretches
from accordingto.readings import Reading
from accordingto.text import Article

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "Which verbs, where?"
HEADINGS = {
    "neutral": "neutral",
    "illocutionary": "names the act\n(illocutionary)",
    "factive": "takes it as true\n(factive)",
    "negated": "refusal\n(negated)",
    "no verb": "no verb",
}
LETTERS, LINES = 21, 3  # what a cell holds
LINE, ROOM = 0.26, 0.16  # inches: a line of a cell, and the room around the lines
Cell = tuple[int, str]  # the row, and the class of verb


def verb_classes(article: Article, reading: Reading) -> Chart:
    """A row for each paragraph, a column for each class of verb, and in the cells the cues.

    A cue that reports twice ("said … and …") stands once. As when readings are compared, an
    attribution inside another does not count.
    """
    cues = {
        one.cue: one.verb_class or "no verb"
        for one in reading.attributions
        if one.cue and not one.embedded_in
    }
    if not cues:
        return nothing_to_draw(TITLE, "No cue was found in this text.")
    rows = stretches(article)
    found: dict[Cell, Counter[str]] = defaultdict(Counter)
    for places, name in sorted(cues.items()):
        row = row_of(rows, article.words_in(places[0]).start)
        found[row, name][" … ".join(article[place] for place in places)] += 1
    cells = {
        place: ", ".join(
            cue if many == 1 else f"{cue} ({many} times)" for cue, many in here.items()
        )
        for place, here in found.items()
    }
    totals: Counter[str] = Counter(cues.values())
    columns = [name for name in HEADINGS if totals[name] or name != "no verb"]
    texts = {place: lettering(words, LETTERS, LINES) for place, words in cells.items()}
    deepest = [
        max(texts.get((row, name), "").count("\n") + 1 for name in columns)
        for row in range(len(rows))
    ]
    heights = [lines * LINE + ROOM for lines in deepest]
    figure = new_figure(1 + 2.3 * len(columns), sum(heights) + 1.5)
    axes = figure.subplots()
    middles = _draw(axes, heights, columns, texts)
    axes.set_yticks(middles, [row.label for row in rows], fontsize=13)
    headings = [f"{HEADINGS[name]}: {totals[name]}" for name in columns]
    axes.set_xticks([column + 0.5 for column in range(len(columns))], headings, fontsize=13)
    sums = listed([f"{totals[name]} {name}" for name in columns if totals[name]])
    told = [
        f"{row.label}: "
        + ", ".join(f"{cells[at, name]} ({name})" for name in columns if (at, name) in cells)
        for at, row in enumerate(rows)
        if any((at, name) in cells for name in columns)
    ]
    return Chart(
        figure, f"{TITLE} {counted(len(cues), 'cue')}: {sums}. By paragraph: {'; '.join(told)}."
    )


def _draw(
    axes: Axes, heights: list[float], columns: list[str], texts: dict[Cell, str]
) -> list[float]:
    """The grid and the words in it; gives the middle of each row, in inches from the top."""
    middles = []
    top = 0.0
    for row, height in enumerate(heights):
        middle = top + height / 2
        for column, name in enumerate(columns):
            if (row, name) in texts:
                axes.barh(
                    middle,
                    0.06,
                    height - 0.08,
                    column,
                    color=PALETTE[column],
                    hatch=HATCHES[column],
                    edgecolor="white",
                )
                axes.text(column + 0.1, middle, texts[row, name], va="center", fontsize=13)
        middles.append(middle)
        top += height
        axes.axhline(top, color="#cccccc", linewidth=0.8)
    axes.set(xlim=(0, len(columns)), ylim=(top, 0))
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_ylabel("paragraph", fontsize=13)
    axes.set_title(TITLE, fontsize=18, loc="left")
    return middles
