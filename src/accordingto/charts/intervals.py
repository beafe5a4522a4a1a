"""A measure and its interval, for each of several pairs of readers."""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.charts.drawing import Dot, Drawing, Line, Mark, Ticks, Words
from accordingto.charts.figure import PALETTE, Chart, lettering

Measured = tuple[float, float, float]  # the measure, and the two ends of its interval


def intervals(measured: Mapping[str, Measured], *, title: str) -> Chart:
    """A dot for each measure and a line for its interval, in the order given.

    Raises ValueError for nothing to draw, and for a measure outside its own interval.
    """
    if not measured:
        raise ValueError("intervals: expected at least one measure to draw")
    for name, (value, low, high) in measured.items():
        if not low <= value <= high:
            raise ValueError(f"intervals: {name} is {value}, outside {low} to {high}")
    marks: list[Mark] = []
    for row, (value, low, high) in enumerate(measured.values()):
        marks += [
            Line(((low, row), (high, row)), PALETTE[0], 3),
            Dot((value, row), 11, PALETTE[0]),
            Words((value, row - 0.22), f"{value:.2f}", 14, across="center", up="bottom"),
        ]
    least = min(0.0, *(low for _, low, _ in measured.values()))
    tenths = range(-10, 11, 2)
    drawing = Drawing(
        9,
        1.4 + 0.7 * len(measured),
        x=(least, 1.05),
        y=(len(measured) - 0.4, -0.8),
        marks=tuple(marks),
        title=title,
        rows=Ticks(tuple((row, lettering(name, 34)) for row, name in enumerate(measured))),
        columns=Ticks(tuple((n / 10, f"{n / 10:.1f}") for n in tenths if n / 10 >= least), 11),
        grid="x",
        frame="both",
    )
    said = [
        f"{name} {value:.2f}, interval {low:.2f} to {high:.2f}"
        for name, (value, low, high) in measured.items()
    ]
    return Chart(drawing, f"{title} {'; '.join(said)}.")
