"""A drawing as SVG, for where matplotlib is not: a browser, a small machine.

Letters are not measured, for nothing here knows the reader's font: a letter is taken for so much of
its size, and rather too wide than too narrow.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from math import hypot, pi, sin
from xml.etree import ElementTree as ET

from accordingto.charts.drawing import Bar, Box, Dot, Drawing, Key, Line, Place, Ticks, Words
from accordingto.charts.svg_shapes import (
    LEADING,
    box,
    dot,
    path,
    patterns,
    polygon,
    rectangle,
    text,
)

# On a phone a figure keeps a width at which its words can be read, and what holds it scrolls.
READABLE = "max-width:100%;min-width:36rem"
POINTS = 72  # an inch
LETTER = 0.56  # of the letters' size: how wide one is taken to be
ROOM = 8.0  # points between things
KEY = 13.0  # size of the legend's letters
HEAD = 4  # of a line's width: how long the head of an arrow is


@dataclass(frozen=True)
class _Scale:
    """From the units of a drawing to points from the upper left; `frame` has its sides."""

    drawing: Drawing
    frame: tuple[float, float, float, float]

    def __call__(self, place: Place) -> Place:
        (x0, x1), (y0, y1) = self.drawing.x, self.drawing.y
        left, top, right, bottom = self.frame
        x = left + (place[0] - x0) / (x1 - x0) * (right - left)
        return x, bottom + (place[1] - y0) / (y1 - y0) * (top - bottom)


def svg(drawing: Drawing, alt: str) -> str:
    """The drawing as an element to stand in a page, with its words for those who cannot see it."""
    width, height = drawing.width * POINTS, drawing.height * POINTS
    picture = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "at-figure",
            "role": "img",
            "aria-label": alt,
            "viewBox": f"0 0 {width:g} {height:g}",
            "width": f"{width:g}",
            "style": f"{READABLE};height:auto;background:#fff;font-family:sans-serif",
        },
    )
    scale = _Scale(drawing, _frame(drawing, width, height))
    looks = [*drawing.marks, *(key.mark for key in drawing.legend)]
    patterns(picture, [one for one in looks if isinstance(one, Bar)])
    _axes(picture, drawing, scale)
    for mark in drawing.marks:
        _draw(mark, picture, scale)
    text(picture, (ROOM, ROOM), drawing.title, drawing.title_size, up="top")
    if drawing.legend:
        _legend(picture, drawing, scale.frame[0])
    return ET.tostring(picture, encoding="unicode")


def _frame(drawing: Drawing, width: float, height: float) -> tuple[float, float, float, float]:
    rows, columns = drawing.rows, drawing.columns
    left = ROOM + _wide(rows) + (KEY * LEADING if rows.title else 0)
    labels = _high(columns)
    top = 2 * ROOM + _tall(drawing.title, drawing.title_size) + (labels if columns.above else 0)
    bottom = ROOM + (0 if columns.above else labels)
    bottom += (KEY * LEADING + ROOM) * bool(columns.title)
    bottom += (KEY * LEADING + ROOM) * bool(drawing.legend)
    return left, top, width - ROOM, height - bottom


def _wide(ticks: Ticks) -> float:
    if not ticks.at:
        return 0
    return max(_width(label, ticks.size) for _, label in ticks.at) + ROOM


def _high(ticks: Ticks) -> float:
    """The room that labels of columns take; tilted ones go down by half of their width."""
    if not ticks.at:
        return 0
    lines = max(_tall(label, ticks.size) for _, label in ticks.at)
    return ROOM + (_wide(ticks) * sin(pi * 35 / 180) if ticks.tilted else lines)


def _width(text: str, size: float) -> float:
    return max(map(len, text.split("\n"))) * LETTER * size


def _tall(text: str, size: float) -> float:
    return (text.count("\n") + 1) * LEADING * size


def _axes(picture: ET.Element, drawing: Drawing, scale: _Scale) -> None:
    left, top, right, bottom = scale.frame
    rows, columns = drawing.rows, drawing.columns
    for at, label in rows.at:
        y = scale((drawing.x[0], at))[1]
        if drawing.grid == "y":
            path(picture, [(left, y), (right, y)], "#ccc", 0.8)
        text(picture, (left - ROOM, y), label, rows.size, across="right")
    for at, label in columns.at:
        x = scale((at, drawing.y[0]))[0]
        if drawing.grid == "x":
            path(picture, [(x, top), (x, bottom)], "#ccc", 0.8)
        _column(picture, (x, top - ROOM if columns.above else bottom + ROOM), label, columns)
    if rows.title:
        place = (ROOM + KEY, (top + bottom) / 2)
        title = text(picture, place, rows.title, KEY, across="center")
        title.set("transform", f"rotate(-90 {place[0]:.1f} {place[1]:.1f})")
    if columns.title:
        text(picture, (left, bottom + _high(columns)), columns.title, KEY, up="top")
    if drawing.frame:
        path(picture, [(left, top), (left, bottom)], "#000", 0.8)
    if drawing.frame == "both":
        path(picture, [(left, bottom), (right, bottom)], "#000", 0.8)


def _column(picture: ET.Element, place: Place, label: str, ticks: Ticks) -> None:
    if ticks.tilted:
        words = text(picture, place, label, ticks.size, across="right", up="top")
        words.set("transform", f"rotate(-35 {place[0]:.1f} {place[1]:.1f})")
        return
    up = "bottom" if ticks.above else "top"
    text(picture, place, label, ticks.size, across="center", up=up)


def _legend(picture: ET.Element, drawing: Drawing, left: float) -> None:
    """In a line below the drawing."""
    widest = max(_width(key.label, KEY) for key in drawing.legend) + 5 * ROOM
    y = drawing.height * POINTS - ROOM - KEY / 2
    for number, key in enumerate(drawing.legend):
        x = left + number * widest
        _sample(picture, key, (x, y))
        text(picture, (x + 4 * ROOM, y), key.label, KEY)


def _sample(picture: ET.Element, key: Key, place: Place) -> None:
    (x, y), mark = place, key.mark
    if isinstance(mark, Bar):
        rectangle(picture, (x, y - 5), (x + 3 * ROOM, y + 5), mark)
    elif isinstance(mark, Line):
        path(picture, [(x, y), (x + 3 * ROOM, y)], mark.color, mark.width, mark.stroke)
    else:
        dot(picture, (x + 1.5 * ROOM, y), mark)


@singledispatch
def _draw(mark: object, picture: ET.Element, scale: _Scale) -> None:
    raise TypeError(f"expected a mark, got {mark!r}")


@_draw.register(Bar)
def _(mark: Bar, picture: ET.Element, scale: _Scale) -> None:
    one = scale((mark.left, mark.middle - mark.tall / 2))
    other = scale((mark.right, mark.middle + mark.tall / 2))
    (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    rectangle(picture, (left, top), (right, bottom), mark)


@_draw.register(Line)
def _(mark: Line, picture: ET.Element, scale: _Scale) -> None:
    places = [scale(place) for place in mark.places]
    path(picture, places, mark.color, mark.width, mark.stroke)
    if mark.arrow:
        (x0, y0), (x1, y1) = places[-2:]
        long = hypot(x1 - x0, y1 - y0) or 1
        dx, dy = (x1 - x0) / long * HEAD * mark.width, (y1 - y0) / long * HEAD * mark.width
        sides = [(x1 - dx - dy / 2, y1 - dy + dx / 2), (x1 - dx + dy / 2, y1 - dy - dx / 2)]
        polygon(picture, [(x1, y1), *sides], {"fill": mark.color})


@_draw.register(Dot)
def _(mark: Dot, picture: ET.Element, scale: _Scale) -> None:
    dot(picture, scale(mark.place), mark)


@_draw.register(Words)
def _(mark: Words, picture: ET.Element, scale: _Scale) -> None:
    x, y = scale(mark.place)
    place = x + mark.shift[0], y - mark.shift[1]
    if mark.edge:
        room = mark.edge.room * mark.size
        half = _width(mark.text, mark.size) / 2 + room, _tall(mark.text, mark.size) / 2 + room
        corners = (x - half[0], y - half[1]), (x + half[0], y + half[1])
        box(picture, *corners, mark.edge.color, 1, mark.edge.stroke)
    words = text(picture, place, mark.text, mark.size, across=mark.across, up=mark.up)
    words.set("fill", mark.color)
    if mark.bold:
        words.set("font-weight", "bold")
    if mark.italic:
        words.set("font-style", "italic")


@_draw.register(Box)
def _(mark: Box, picture: ET.Element, scale: _Scale) -> None:
    (left, bottom), (right, top) = scale(mark.lower), scale(mark.upper)
    box(picture, (left, top), (right, bottom), mark.color, 2.5, mark.stroke)
