"""The shapes of SVG that a drawing is made of; places are in points from the upper left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from accordingto.charts.drawing import Bar, Dot, Place

LEADING = 1.25  # of the letters' size: how far lines are apart
STROKES = {"-": "", "--": "6 4", ":": "1.5 3", "-.": "6 3 1.5 3"}
ROUND = "6"  # points that the corners of a box take
HATCHES = {  # a tile of eight points
    "/": ("M0 8 8 0", "M-2 2 2-2", "M6 10 10 6"),
    "\\": ("M0 0 8 8", "M-2 6 2 10", "M6-2 10 2"),
    "x": ("M0 0 8 8", "M0 8 8 0"),
    "+": ("M4 0V8", "M0 4H8"),
    ".": ("M4 3.9V4.1",),
    "o": ("M4 2a2 2 0 1 0 .1 0z",),
}
CORNERS = {  # of each sign that is no disc, for one that is two wide
    "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "D": ((0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)),
    "^": ((0, -1), (1, 1), (-1, 1)),
    "v": ((0, 1), (1, -1), (-1, -1)),
    "P": tuple(
        (a * x, b * y)
        for a, b, corners in (
            (1, -1, ((0.4, 1), (0.4, 0.4), (1, 0.4))),
            (1, 1, ((1, 0.4), (0.4, 0.4), (0.4, 1))),
            (-1, 1, ((0.4, 1), (0.4, 0.4), (1, 0.4))),
            (-1, -1, ((1, 0.4), (0.4, 0.4), (0.4, 1))),
        )
        for x, y in corners
    ),
}


def text(
    picture: ET.Element,
    place: Place,
    words: str,
    size: float,
    across: str = "left",
    up: str = "center",
) -> ET.Element:
    """Words in lines, of which `place` is the left, middle or right, and top, middle or bottom."""
    lines = words.split("\n")
    above = {"top": 0.0, "center": 0.5, "bottom": 1.0}[up] * len(lines) * LEADING * size
    found = ET.SubElement(
        picture,
        "text",
        {
            "font-size": f"{size:g}",
            "text-anchor": {"left": "start", "center": "middle", "right": "end"}[across],
        },
    )
    for number, line in enumerate(lines):
        y = place[1] - above + (number * LEADING + 0.95) * size
        row = ET.SubElement(found, "tspan", {"x": f"{place[0]:.1f}", "y": f"{y:.1f}"})
        row.text = line
    return found


def rectangle(picture: ET.Element, upper: Place, lower: Place, look: Bar) -> None:
    """A rectangle that looks like a bar. Its hatch is one of the `patterns` of the picture."""
    face, edge = ("#fff", look.color) if look.open else (look.color, "#fff")
    shape = _between(upper, lower)
    ET.SubElement(picture, "rect", {**shape, "fill": face, "stroke": edge})
    if look.hatch:
        ET.SubElement(picture, "rect", {**shape, "fill": f"url(#{_name(look)})"})


def _between(upper: Place, lower: Place) -> dict[str, str]:
    return {
        "x": f"{upper[0]:.1f}",
        "y": f"{upper[1]:.1f}",
        "width": f"{lower[0] - upper[0]:.1f}",
        "height": f"{lower[1] - upper[1]:.1f}",
    }


def box(
    picture: ET.Element, upper: Place, lower: Place, color: str, width: float, stroke: str
) -> None:
    """A white box with round corners."""
    look = {"rx": ROUND, "fill": "#fff", **_stroke(color, width, stroke)}
    ET.SubElement(picture, "rect", {**_between(upper, lower), **look})


def path(
    picture: ET.Element, places: Sequence[Place], color: str, width: float, stroke: str = "-"
) -> None:
    """A line through places."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    ET.SubElement(
        picture, "polyline", {"points": points, "fill": "none", **_stroke(color, width, stroke)}
    )


def _stroke(color: str, width: float, stroke: str) -> dict[str, str]:
    dashes = {"stroke-dasharray": STROKES[stroke]} if STROKES[stroke] else {}
    return {"stroke": color, "stroke-width": f"{width:g}", **dashes}


def polygon(picture: ET.Element, corners: Iterable[Place], look: dict[str, str]) -> None:
    """A filled shape."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    ET.SubElement(picture, "polygon", {"points": points, **look})


def dot(picture: ET.Element, place: Place, mark: Dot) -> None:
    """The sign of a dot."""
    (x, y), half = place, mark.size / 2
    look = {"fill": mark.color, **({"fill-opacity": "0.6"} if mark.faint else {})}
    if mark.shape == "o":
        center = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{half:.1f}"}
        ET.SubElement(picture, "circle", {**center, **look})
        return
    polygon(picture, ((x + half * a, y + half * b) for a, b in CORNERS[mark.shape]), look)


def patterns(picture: ET.Element, looks: Iterable[Bar]) -> None:
    """A pattern for each hatched look."""
    for name, look in {_name(one): one for one in looks if one.hatch}.items():
        tile = {"id": name, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"}
        pattern = ET.SubElement(picture, "pattern", tile)
        width = 2.5 if look.hatch[0] == "." else 1
        for line in HATCHES[look.hatch[0]]:
            stroke = _stroke(look.color if look.open else "#fff", width, "-")
            ET.SubElement(
                pattern, "path", {"d": line, "fill": "none", "stroke-linecap": "round", **stroke}
            )


def _name(bar: Bar) -> str:
    """What a hatch is called in the page: the same look has the same name in every figure."""
    sign = f"{ord(bar.hatch[0]):x}"
    return f"at-hatch-{sign}-{'open' if bar.open else 'full'}-{bar.color.lstrip('#')}"
