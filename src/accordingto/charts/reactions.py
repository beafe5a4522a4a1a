"""Who reacts to whom, and how."""

from __future__ import annotations

from collections import defaultdict

from accordingto.charts.drawing import Drawing, Edge, Key, Line, Mark, Stroke, Words
from accordingto.charts.figure import PALETTE, Chart, lettering, nothing_to_draw
from accordingto.readings import Reaction, Reading
from accordingto.text.wording import counted, listed

TITLE = "Who reacts to whom?"
MOST_ROWS = 36
# The line says how far the page lets one check it; the words below the figure say it too.
LINES: dict[str, Stroke] = {"yes": "-", "unclear": ":", "no": "--"}
WIDTH = 2.2
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
    marks: list[Mark] = []
    row = 0
    for actor, theirs in by_actor.items():
        middle = row + (len(theirs) - 1) / 2
        marks.append(Words((ACTOR, middle), lettering(actor, 26), 14, across="right", bold=True))
        for at, one in enumerate(theirs, start=row):
            marks += _line(middle, at, one)
        row += len(theirs)
        marks.append(Line(((0, row - 0.5), (EDGE, row - 0.5)), "#cccccc", 0.8))
    drawing = Drawing(
        EDGE,
        ROW * len(drawn) + 1.3,
        x=(0, EDGE),
        y=(len(drawn) - 0.5, -0.5),
        marks=tuple(marks),
        title=TITLE,
        legend=tuple(
            Key(LEGEND[name], Line((), PALETTE[0], WIDTH, stroke)) for name, stroke in LINES.items()
        ),
    )
    return Chart(drawing, _alt(len(reading.reactions), by_actor))


def _line(middle: float, row: int, one: Reaction) -> list[Mark]:
    """From the actor to the stance, and on to the target."""
    stroke = LINES[one.on_record]
    to_stance = ((ACTOR + 0.1, middle), (STANCE - 0.6, row))
    to_target = ((STANCE - 0.6, row), (TARGET - 0.05, row))
    stance = ",\n".join((one.stance, *one.also))
    return [
        Line(to_stance, PALETTE[0], WIDTH, stroke),
        Line(to_target, PALETTE[0], WIDTH, stroke, arrow=True),
        Words((STANCE, row), stance, 12, across="center", edge=Edge(PALETTE[0], room=0.25)),
        Words((TARGET, row), lettering(one.target, 36), 14),
    ]


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
