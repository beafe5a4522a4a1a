"""Counts in a grid: who does what, and how often, as discs with their number in them."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from accordingto.charts.drawing import Dot, Drawing, Mark, Ticks, Words
from accordingto.charts.figure import PALETTE, Chart, lettering, nothing_to_draw

AREA = 500  # points squared of a disc that counts one


def discs(counts: Mapping[str, Mapping[str, int]], *, title: str) -> Chart:
    """A row for each name, a column for each kind, and a disc as large as its count.

    `counts` holds, by name, how often each kind was counted; columns are in the order of the
    alphabet.
    """
    kinds = sorted({kind for row in counts.values() for kind, count in row.items() if count})
    if not kinds:
        return nothing_to_draw(title, "Nothing was counted.")
    marks: list[Mark] = []
    told = []
    for row, (name, mine) in enumerate(counts.items()):
        shown = [(column, mine[kind]) for column, kind in enumerate(kinds) if mine.get(kind)]
        for column, count in shown:
            marks += [Dot((column, row), sqrt(AREA * count), PALETTE[0])]
            marks += [Words((column, row), str(count), 10, "white", across="center")]
        said = ", ".join(f"{kinds[column]} {count}" for column, count in shown)
        told.append(f"{name}: {said or 'nothing'}")
    drawing = Drawing(
        9,
        1.6 + 0.6 * len(counts),
        x=(-0.6, len(kinds) - 0.4),
        y=(len(counts) - 0.4, -0.6),
        marks=tuple(marks),
        title=title,
        rows=Ticks(tuple((row, lettering(name, 24)) for row, name in enumerate(counts))),
        columns=Ticks(
            tuple((at, lettering(one, 24, 1)) for at, one in enumerate(kinds)), 13, tilted=True
        ),
        frame="both",
    )
    return Chart(drawing, f"{title} {'; '.join(told)}.")
