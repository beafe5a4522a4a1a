"""How several lists, or readers, do on several pages: one line each, so that crossings show."""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.charts.drawing import Dot, Drawing, Key, Line, Mark, Shape, Stroke, Ticks
from accordingto.charts.figure import PALETTE, Chart, lettering

SHAPES: tuple[Shape, ...] = ("o", "s", "^", "D", "v", "P")
STROKES: tuple[Stroke, ...] = ("-", "--", ":", "-.")


def page_by_page(measured: Mapping[str, Mapping[str, float]], *, title: str) -> Chart:
    """A line for each name, over the pages in the order of the first one, from 0 to 1.

    `measured` holds, by name, a figure for each page. Raises ValueError for nothing to draw, and
    when two names were not measured on the same pages.
    """
    pages = [list(figures) for figures in measured.values()]
    if not pages or not pages[0]:
        raise ValueError("page by page: expected at least one figure to draw")
    if any(set(one) != set(pages[0]) for one in pages):
        raise ValueError("page by page: expected every name to be measured on the same pages")
    marks: list[Mark] = []
    keys = []
    for index, (name, figures) in enumerate(measured.items()):
        color = PALETTE[index % len(PALETTE)]
        places = tuple((float(at), figures[page]) for at, page in enumerate(pages[0]))
        line = Line(places, color, 2.5, STROKES[index % len(STROKES)])
        marks += [line, *(Dot(one, 10, color, SHAPES[index % len(SHAPES)]) for one in places)]
        keys.append(Key(lettering(name, 28), line))
    drawing = Drawing(
        9,
        5.2 + 0.3,
        x=(-0.2, len(pages[0]) - 0.8),
        y=(0, 1.05),
        marks=tuple(marks),
        title=title,
        rows=Ticks(tuple((n / 10, f"{n / 10:.1f}") for n in range(0, 11, 2)), 11),
        columns=Ticks(tuple((at, lettering(page, 20)) for at, page in enumerate(pages[0]))),
        grid="y",
        frame="both",
        legend=tuple(keys),
    )
    said = [
        f"{name}: " + ", ".join(f"{page} {figures[page]:.2f}" for page in pages[0])
        for name, figures in measured.items()
    ]
    return Chart(drawing, f"{title} {'; '.join(said)}.")
