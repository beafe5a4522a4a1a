"""Who is quoted how much."""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.charts.drawing import Bar, Drawing, Mark, Ticks, Words
from accordingto.charts.figure import HATCHES, PALETTE, Chart, lettering


def share_of_voice(words: Mapping[str, int], *, title: str = "Who is quoted how much?") -> Chart:
    """A bar for each speaker, the longest first, with words and percent written at its end.

    `words` counts each speaker's quoted words. Raises ValueError when nobody has any.
    """
    total = sum(words.values())
    if total <= 0:
        raise ValueError("share of voice: expected at least one quoted word")
    ranked = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    said = [f"{name} {count} words ({count / total:.0%})" for name, count in ranked]
    marks: list[Mark] = []
    for row, (_, count) in enumerate(ranked):
        color, hatch = PALETTE[row % len(PALETTE)], HATCHES[row % len(HATCHES)]
        told = f"{count} words, {count / total:.0%}"
        marks += [Bar(0, count, row, 0.8, color, hatch)]
        marks += [Words((count, row), told, 15, shift=(8, 0))]
    drawing = Drawing(
        9,
        1.4 + 0.7 * len(ranked),
        x=(0, ranked[0][1] * 1.35),
        y=(len(ranked) - 0.5, -0.5),
        marks=tuple(marks),
        title=title,
        rows=Ticks(tuple((row, lettering(name, 28)) for row, (name, _) in enumerate(ranked)), 16),
        frame="left",
    )
    return Chart(drawing, f"{title} Of {total} quoted words: {', '.join(said)}.")
