"""Ratings, class by class: each one, and their mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor

from accordingto.charts.drawing import Dot, Drawing, Line, Mark, Ticks, Words
from accordingto.charts.figure import PALETTE, Chart, lettering, nothing_to_draw
from accordingto.text.wording import counted

LEVELS = 0.07  # how far apart equal ratings stand, so that each is seen


def means(ratings: Mapping[str, Sequence[float]], *, title: str) -> Chart:
    """A row for each class: a dot for each rating, a stroke for the mean, and both in words.

    A class without ratings has an empty row.
    """
    given = [one for row in ratings.values() for one in row]
    if not given:
        return nothing_to_draw(title, "There are no ratings yet.")
    marks: list[Mark] = []
    told = []
    for row, (name, mine) in enumerate(ratings.items()):
        for place, rating in enumerate(mine):
            above = sum(one == rating for one in mine[:place])
            marks.append(Dot((rating, row + 0.12 + LEVELS * above), 9, PALETTE[0], faint=True))
        if not mine:
            told.append(f"{name}: no rating")
            continue
        mean = sum(mine) / len(mine)
        marks.append(Line(((mean, row - 0.3), (mean, row + 0.05)), PALETTE[5], 4))
        at = (mean, row - 0.34)
        marks.append(Words(at, f"{mean:.2f}", 14, across="center", up="bottom"))
        told.append(f"{name}: mean {mean:.2f} of {counted(len(mine), 'rating')}")
    least, most = min(1, *given), max(7, *given)
    drawing = Drawing(
        9,
        1.4 + 0.9 * len(ratings),
        x=(least - 0.4, most + 0.4),
        y=(len(ratings) - 0.3, -0.8),
        marks=tuple(marks),
        title=title,
        rows=Ticks(tuple((row, lettering(name, 26)) for row, name in enumerate(ratings))),
        columns=Ticks(tuple((n, str(n)) for n in range(ceil(least), floor(most) + 1)), 11),
        grid="x",
        frame="both",
    )
    return Chart(drawing, f"{title} {'; '.join(told)}.")
