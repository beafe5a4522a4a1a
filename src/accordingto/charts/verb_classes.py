"""Which cues an article uses, by the class of their verb, from its first paragraph to its last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate

from accordingto.charts.drawing import Bar, Drawing, Line, Mark, Ticks, Words
from accordingto.charts.figure import HATCHES, PALETTE, Chart, lettering, nothing_to_draw
from accordingto.charts.stretches import row_of, stretches
from accordingto.readings import Reading
from accordingto.text import Article
from accordingto.text.wording import counted, listed

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
Segment = tuple[int, str]  # the row, and the class of verb


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
    found: dict[Segment, Counter[str]] = defaultdict(Counter)
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
    tops = [0.0, *accumulate(heights)]
    middles = [top + height / 2 for top, height in zip(tops, heights, strict=False)]
    drawing = Drawing(
        1 + 2.3 * len(columns),
        tops[-1] + 1.5,
        x=(0, len(columns)),
        y=(tops[-1], 0),
        marks=(*_grid(tops, len(columns)), *_cells(middles, heights, columns, texts)),
        title=TITLE,
        rows=Ticks(
            tuple((at, row.label) for at, row in zip(middles, rows, strict=True)), 13, "paragraph"
        ),
        columns=Ticks(
            tuple(
                (at + 0.5, f"{HEADINGS[name]}: {totals[name]}") for at, name in enumerate(columns)
            ),
            13,
            above=True,
        ),
    )
    sums = listed([f"{totals[name]} {name}" for name in columns if totals[name]])
    told = [
        f"{row.label}: "
        + ", ".join(f"{cells[at, name]} ({name})" for name in columns if (at, name) in cells)
        for at, row in enumerate(rows)
        if any((at, name) in cells for name in columns)
    ]
    return Chart(
        drawing, f"{TITLE} {counted(len(cues), 'cue')}: {sums}. By paragraph: {'; '.join(told)}."
    )


def _grid(tops: list[float], columns: int) -> list[Mark]:
    """A thin line under each row; places are inches from the top."""
    return [Line(((0, top), (columns, top)), "#cccccc", 0.8) for top in tops[1:]]


def _cells(
    middles: list[float], heights: list[float], columns: list[str], texts: dict[Segment, str]
) -> Iterator[Mark]:
    """The words in the cells, each behind a bar of its column's look."""
    for (row, name), words in texts.items():
        column, middle = columns.index(name), middles[row]
        look = PALETTE[column], HATCHES[column]
        yield Bar(column, column + 0.06, middle, heights[row] - 0.08, *look)
        yield Words((column + 0.1, middle), words, 13)
