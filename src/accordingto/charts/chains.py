"""Several chains under one another: which is longer, and where a hand is missing."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.charts.drawing import Drawing, Edge, Line, Mark, Words
from accordingto.charts.figure import PALETTE, Chart, lettering, nothing_to_draw
from accordingto.readings import Reading
from accordingto.text import Article
from accordingto.text.wording import counted

TITLE = "By which hands did these words come?"
BOX = 2.6  # inches


def chains(article: Article, reading: Reading, ids: Iterable[str]) -> Chart:
    """A row for each statement of these ids: from whose words they are to this page.

    A hand that the page does not disclose has a broken edge. An id that the reading does not have
    is left out, and the alt text says so.
    """
    known = {one.id: one for one in reading.attributions if one.origin}
    wanted = list(dict.fromkeys(ids))
    rows = {}
    for one in (known[id] for id in wanted if id in known):
        links = [one.origin, *one.conduits] if one.origin else []
        place = article.paragraph_of((one.cue or one.content)[0])
        rows[f"({place}) {one.id}"] = [(link.name, link.type != "undisclosed") for link in links]
    if not rows:
        return nothing_to_draw(TITLE, "No statement of these names was found.")
    longest = max(map(len, rows.values())) + 1
    marks: list[Mark] = []
    for row, (name, hands) in enumerate(rows.items()):
        stations = [*hands, ("this page", True)]
        marks += [Words((-0.85, row), name, 13), Line(((0, row), (len(stations) - 1, row)))]
        for step, (hand, is_shown) in enumerate(stations):
            edge = Edge(PALETTE[0]) if is_shown else Edge(PALETTE[5], "--")
            marks.append(Words((step, row), lettering(hand, 22), 13, across="center", edge=edge))
    drawing = Drawing(
        1.6 + BOX * longest,
        1.0 + 0.95 * len(rows),
        x=(-0.9, longest - 0.5),
        y=(len(rows) - 0.4, -0.6),
        marks=tuple(marks),
        title=TITLE,
    )
    told = [
        f"{name}: " + ", then ".join([*(hand for hand, _ in hands), "this page"])
        for name, hands in rows.items()
    ]
    missing = [id for id in wanted if id not in known]
    left_out = (
        f" {counted(len(missing), 'name')} not found: {', '.join(missing)}." if missing else ""
    )
    return Chart(drawing, f"{TITLE} {'; '.join(told)}.{left_out}")
