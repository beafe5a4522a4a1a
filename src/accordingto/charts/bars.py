"""Counts as bars: one for each thing, or several side by side where things are counted twice."""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.charts.drawing import Bar, Drawing, Key, Mark, Ticks, Words
from accordingto.charts.figure import HATCHES, PALETTE, Chart, lettering


def bars(series: Mapping[str, Mapping[str, int]], *, title: str) -> Chart:
    """A row for each thing, and in it a bar for each series, with its count at the end.

    `series` holds, by name, a count for each thing. Raises ValueError for nothing to draw, and
    when two series do not count the same things.
    """
    things = [list(counts) for counts in series.values()]
    if not things or not things[0]:
        raise ValueError("bars: expected at least one count to draw")
    if any(set(one) != set(things[0]) for one in things):
        raise ValueError("bars: expected every series to count the same things")
    tall = 0.8 / len(series)
    marks: list[Mark] = []
    keys = []
    for index, (name, counts) in enumerate(series.items()):
        color, hatch = PALETTE[index % len(PALETTE)], HATCHES[index % len(HATCHES)]
        for row, thing in enumerate(things[0]):
            middle = row - 0.4 + tall * (index + 0.5)
            bar = Bar(0, counts[thing], middle, tall * 0.9, color, hatch)
            marks += [bar, Words((counts[thing], middle), str(counts[thing]), 14, shift=(4, 0))]
        keys.append(Key(lettering(name, 28), Bar(0, 1, 0, 1, color, hatch)))
    most = max(max(counts.values()) for counts in series.values())
    drawing = Drawing(
        9,
        1.4 + (0.35 + 0.35 * len(series)) * len(things[0]),
        x=(0, 1.05 * most or 1),
        y=(len(things[0]) - 0.5, -0.5),
        marks=tuple(marks),
        title=title,
        rows=Ticks(tuple((row, lettering(one, 38)) for row, one in enumerate(things[0]))),
        frame="left",
        legend=tuple(keys) if len(series) > 1 else (),
    )
    return Chart(drawing, f"{title} {'; '.join(_told(thing, series) for thing in things[0])}.")


def _told(thing: str, series: Mapping[str, Mapping[str, int]]) -> str:
    if len(series) == 1:
        [counts] = series.values()
        return f"{thing} {counts[thing]}"
    return f"{thing}: " + ", ".join(f"{name} {counts[thing]}" for name, counts in series.items())
