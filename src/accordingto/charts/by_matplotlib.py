"""A drawing by matplotlib."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from accordingto.charts.drawing import Bar, Box, Dot, Drawing, Key, Line, Words

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GRID = "#cccccc"
ROUND = 0.1  # of the axes: what the corners of a box take


def drawn(drawing: Drawing) -> Figure:
    """A figure that no window and no global state knows of."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(drawing.width, drawing.height), layout="constrained")
    axes = figure.subplots()
    for level, mark in enumerate(drawing.marks):
        _draw(mark, axes, level)
    _axes(axes, drawing)
    axes.set_title(_plain(drawing.title), fontsize=drawing.title_size, loc="left")
    if drawing.legend:
        keys = [_key(key) for key in drawing.legend]
        figure.legend(handles=keys, loc="outside lower center", ncols=3, fontsize=13, frameon=False)
    return figure


def _axes(axes: Axes, drawing: Drawing) -> None:
    axes.set(xlim=drawing.x, ylim=drawing.y)
    rows, columns = drawing.rows, drawing.columns
    axes.set_yticks(
        [at for at, _ in rows.at], [_plain(label) for _, label in rows.at], fontsize=rows.size
    )
    tilt: dict[str, Any] = {"rotation": 35, "ha": "right"} if columns.tilted else {}
    axes.set_xticks(
        [at for at, _ in columns.at],
        [_plain(label) for _, label in columns.at],
        fontsize=columns.size,
        **tilt,
    )
    if columns.above:
        axes.xaxis.tick_top()
    axes.set_ylabel(rows.title, fontsize=13)
    axes.set_xlabel(columns.title, fontsize=13, loc="left")
    axes.tick_params(length=0)
    if drawing.grid:
        axes.grid(axis=drawing.grid, color=GRID, linewidth=0.8)
        axes.set_axisbelow(True)
    shown = {"": (), "left": ("left",), "both": ("left", "bottom")}[drawing.frame]
    for side, spine in axes.spines.items():
        spine.set_visible(side in shown)


@singledispatch
def _draw(mark: object, axes: Axes, level: int) -> None:
    raise TypeError(f"expected a mark, got {mark!r}")


@_draw.register(Bar)
def _(mark: Bar, axes: Axes, level: int) -> None:
    axes.barh(
        mark.middle,
        mark.right - mark.left,
        height=mark.tall,
        left=mark.left,
        zorder=2 + level / 1e4,
        **_bar(mark),
    )


@_draw.register(Line)
def _(mark: Line, axes: Axes, level: int) -> None:
    style: dict[str, Any] = {
        "color": mark.color,
        "linewidth": mark.width,
        "linestyle": mark.stroke,
        "zorder": 2 + level / 1e4,
    }
    *before, end = mark.places
    if not mark.arrow:
        axes.plot([x for x, _ in mark.places], [y for _, y in mark.places], **style)
        return
    arrow = {"arrowstyle": "-|>", "mutation_scale": 8 * mark.width, **style}
    axes.annotate("", end, before[-1], arrowprops=arrow)


@_draw.register(Dot)
def _(mark: Dot, axes: Axes, level: int) -> None:
    x, y = mark.place
    axes.plot(
        [x],
        [y],
        marker=mark.shape,
        markersize=mark.size,
        color=mark.color,
        linestyle="none",
        alpha=0.6 if mark.faint else 1,
        zorder=2 + level / 1e4,
    )


@_draw.register(Words)
def _(mark: Words, axes: Axes, level: int) -> None:
    box = mark.edge and {
        "boxstyle": f"round,pad={mark.edge.room}",
        "facecolor": "white",
        "edgecolor": mark.edge.color,
        "linestyle": mark.edge.stroke,
    }
    axes.annotate(
        _plain(mark.text),
        mark.place,
        mark.shift,
        textcoords="offset points",
        ha=mark.across,
        va=mark.up,
        fontsize=mark.size,
        color=mark.color,
        weight="bold" if mark.bold else "normal",
        style="italic" if mark.italic else "normal",
        bbox=box,
        zorder=3 + level / 1e4,
    )


@_draw.register(Box)
def _(mark: Box, axes: Axes, level: int) -> None:
    from matplotlib.patches import FancyBboxPatch

    (left, bottom), (right, top) = mark.lower, mark.upper
    axes.add_patch(
        FancyBboxPatch(
            (left + ROUND, bottom + ROUND),
            right - left - 2 * ROUND,
            top - bottom - 2 * ROUND,
            boxstyle=f"round,pad={ROUND}",
            facecolor="white",
            edgecolor=mark.color,
            linewidth=2.5,
            linestyle=mark.stroke,
            zorder=2 + level / 1e4,
        )
    )


def _plain(text: str) -> str:
    """A dollar stays a dollar and never begins a formula."""
    return text.replace("$", r"\$")


def _bar(mark: Bar) -> dict[str, Any]:
    face, edge = ("white", mark.color) if mark.open else (mark.color, "white")
    return {"facecolor": face, "edgecolor": edge, "hatch": mark.hatch}


def _key(key: Key) -> Artist:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    mark = key.mark
    if isinstance(mark, Bar):
        return Patch(label=_plain(key.label), **_bar(mark))
    if isinstance(mark, Dot):
        style: dict[str, Any] = {"marker": mark.shape, "markersize": mark.size, "linestyle": "none"}
    else:
        style = {"linestyle": mark.stroke, "linewidth": mark.width}
    return Line2D([], [], color=mark.color, label=_plain(key.label), **style)
