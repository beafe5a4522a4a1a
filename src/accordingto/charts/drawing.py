"""A figure as a description, which is drawn by matplotlib where it is, and else as SVG.

Places are in the units of the axes, letters in points, the whole in inches. What comes first lies
below. A figure that only says these things can be tested by what it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stroke = Literal["-", "--", ":", "-."]
Shape = Literal["o", "s", "^", "D", "v", "P"]
Place = tuple[float, float]
Across = Literal["left", "center", "right"]
Up = Literal["top", "center", "bottom"]


@dataclass(frozen=True)
class Bar:
    """A bar that lies, from `left` to `right`; `open` it is white, and its edge has the colour."""

    left: float
    right: float
    middle: float
    tall: float
    color: str
    hatch: str = ""
    open: bool = False


@dataclass(frozen=True)
class Line:
    """A line through places; with an `arrow` its end has a head."""

    places: tuple[Place, ...]
    color: str = "black"
    width: float = 1.5
    stroke: Stroke = "-"
    arrow: bool = False


@dataclass(frozen=True)
class Dot:
    """A sign at a place, by matplotlib's letter for its shape; `size` is its width in points."""

    place: Place
    size: float
    color: str = "black"
    shape: Shape = "o"
    faint: bool = False


@dataclass(frozen=True)
class Edge:
    """A box around words, as large as they are."""

    color: str
    stroke: Stroke = "-"
    room: float = 0.5  # of the letters' size


@dataclass(frozen=True)
class Words:
    """Words at a place, moved by `shift` points to the right and up; "\\n" begins a new line."""

    place: Place
    text: str
    size: float
    color: str = "black"
    across: Across = "left"
    up: Up = "center"
    bold: bool = False
    italic: bool = False
    edge: Edge | None = None
    shift: Place = (0.0, 0.0)


@dataclass(frozen=True)
class Box:
    """A rounded box between two corners."""

    lower: Place
    upper: Place
    color: str
    stroke: Stroke = "-"


Mark = Bar | Line | Dot | Words | Box


@dataclass(frozen=True)
class Ticks:
    """Labels beside the axis, each at its place; `title` is what they are of."""

    at: tuple[tuple[float, str], ...] = ()
    size: float = 14
    title: str = ""
    above: bool = False
    tilted: bool = False


@dataclass(frozen=True)
class Key:
    """A line of the legend: what a mark like this one means."""

    label: str
    mark: Bar | Line | Dot


@dataclass(frozen=True)
class Drawing:
    """A whole figure. `x` and `y` are what lies at left and right, and at the bottom and the top.

    `grid` draws a faint line at each tick of that axis, `frame` the lines of both axes. The legend
    lies below.
    """

    width: float
    height: float
    x: Place
    y: Place
    marks: tuple[Mark, ...]
    title: str
    title_size: float = 18
    rows: Ticks = Ticks()
    columns: Ticks = Ticks()
    grid: Literal["", "x", "y"] = ""
    frame: Literal["", "left", "both"] = ""
    legend: tuple[Key, ...] = ()
