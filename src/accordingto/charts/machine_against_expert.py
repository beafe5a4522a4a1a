"""A figure of findings shared by machine and expert, missed by the machine, or its alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accordingto.charts.drawing import Bar, Drawing, Key, Line, Ticks, Words
from accordingto.charts.drawing import Mark as Drawn
from accordingto.charts.figure import PALETTE, Chart, nothing_to_draw
from accordingto.charts.stretches import Stretch, row_of, runs, stretches
from accordingto.readings import Layer, Mark, Reading, compare, marks
from accordingto.readings.marks import words_of
from accordingto.text import Article
from accordingto.text.wording import listed

TITLE = "Machine against expert"
MOST_NAMED = 8
LOW = 0.14  # how far below its row's middle a strip lies, for the ids above it
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
    drawn: list[Drawn] = [
        Line(((0, at + LOW), (len(row.words), at + LOW)), "#999999", 2)
        for at, row in enumerate(rows)
    ]
    for name, words in (
        ("both", ours & theirs),
        ("missed", theirs - ours),
        ("extra", ours - theirs),
    ):
        look = STYLES[name]
        drawn += [
            Bar(first, last, at + LOW, 0.34, *look) for at, first, last in _in_rows(rows, words)
        ]
    if len(rows) == len(article.paragraphs):
        drawn += _ids(article, rows, wanted, longest)
    drawing = Drawing(
        11,
        1.7 + 0.58 * len(rows),
        x=(0, longest * 1.02),
        y=(len(rows) - 0.4, -0.6),
        marks=tuple(drawn),
        title=title.rstrip("."),
        rows=Ticks(
            tuple((at + LOW, row.label) for at, row in enumerate(rows)), 13, title="paragraph"
        ),
        legend=tuple(Key(name, Bar(0, 1, 0, 1, *look)) for name, look in STYLES.items()),
    )
    return Chart(
        drawing,
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
    article: Article, rows: Sequence[Stretch], wanted: Sequence[Mark], longest: int
) -> Iterator[Drawn]:
    """The expert's ids above the marks, moved to the right where two would overlap."""
    room = longest * 0.045
    free: dict[int, float] = {}
    for first, id in sorted((min(words_of(article, mark), default=-1), mark.id) for mark in wanted):
        if first >= 0:
            row = row_of(rows, first)
            start = first - rows[row].words.start
            left = max(start, free.get(row, 0))
            free[row] = left + room
            yield Line(((start, row - 0.05), (start, row + 0.31)), "black", 1)
            yield Words((left, row - 0.05), id, 11, up="bottom")
