"""Who reacts to whom, and how."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from accordingto.charts.figure import (
    PALETTE,
    Chart,
    counted,
    lettering,
    listed,
    new_figure,
    nothing_to_draw,
)
from accordingto.readings import Reaction, Reading

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "Who reacts to whom?"
MOST_ROWS = 36
# The line says how far the page lets one check it; the words below the figure say it too.
LINES = {"yes": "-", "unclear": ":", "no": "--"}
LEGEND = {"yes": "on the record", "unclear": "unclear", "no": "not on the record"}
ACTOR, STANCE, TARGET, EDGE = 3.2, 4.8, 6.5, 10.5  # inches from the left
ROW = 0.62  # inches


def reactions(reading: Reading) -> Chart:
    """A line from each actor to each target, with the stance on it; actors as they appear.

    An unbroken line is a reaction on the record, a dashed one is not, a dotted one is unclear.
    Of more than MOST_ROWS reactions the first are drawn, and the alt text says so.
    """
    if not reading.reactions:
        return nothing_to_draw(TITLE, "No reaction was found in this text.")
    drawn = reading.reactions[:MOST_ROWS]
    by_actor: dict[str, list[Reaction]] = defaultdict(list)
    for one in drawn:
        by_actor[one.actor].append(one)
    figure = new_figure(EDGE, ROW * len(drawn) + 1.3)
    axes = figure.subplots()
    row = 0
    for actor, theirs in by_actor.items():
        middle = row + (len(theirs) - 1) / 2
        axes.text(
            ACTOR,
            middle,
            lettering(actor, 26),
            ha="right",
            va="center",
            fontsize=14,
            weight="bold",
        )
        for at, one in enumerate(theirs, start=row):
            _line(axes, middle, at, one)
        row += len(theirs)
        axes.axhline(row - 0.5, color="#cccccc", linewidth=0.8)
    for name, style in LINES.items():
        axes.plot([], [], style, color=PALETTE[0], linewidth=2.2, label=LEGEND[name])
    axes.legend(loc="upper right", bbox_to_anchor=(1, 0), ncols=3, fontsize=12, frameon=False)
    axes.set(xlim=(0, EDGE), ylim=(len(drawn) - 0.5, -0.5))
    axes.axis("off")
    axes.set_title(TITLE, fontsize=18, loc="left")
    return Chart(figure, _alt(len(reading.reactions), by_actor))


def _line(axes: Axes, middle: float, row: int, one: Reaction) -> None:
    style: dict[str, Any] = {
        "linestyle": LINES[one.on_record],
        "linewidth": 2.2,
        "color": PALETTE[0],
    }
    axes.plot([ACTOR + 0.1, STANCE - 0.6], [middle, row], **style)
    arrow = {"arrowstyle": "-|>", "mutation_scale": 16, **style}
    axes.annotate("", (TARGET - 0.05, row), (STANCE - 0.6, row), arrowprops=arrow)
    axes.text(
        STANCE,
        row,
        ", ".join((one.stance, *one.also)).replace(", ", ",\n"),
        ha="center",
        va="center",
        fontsize=12,
        bbox={"boxstyle": "round,pad=0.25", "facecolor": "white", "edgecolor": PALETTE[0]},
    )
    axes.text(TARGET, row, lettering(one.target, 36), va="center", fontsize=14)


def _alt(found: int, by_actor: dict[str, list[Reaction]]) -> str:
    drawn = [one for theirs in by_actor.values() for one in theirs]
    only = "" if found == len(drawn) else f" (the first {len(drawn)} are drawn)"
    record = listed(
        [
            f"{number} {words}"
            for name, words in LEGEND.items()
            if (number := sum(one.on_record == name for one in drawn))
        ]
    )
    told = [
        f"{actor}: "
        + ", ".join(f"{' and '.join((one.stance, *one.also))} → {one.target}" for one in theirs)
        for actor, theirs in by_actor.items()
    ]
    return f"{TITLE} {counted(found, 'reaction')}{only}, {record}. {'; '.join(told)}."
