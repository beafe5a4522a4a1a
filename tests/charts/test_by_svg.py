"""Figures where there is no matplotlib: the same marks and words, for every one of them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto import charts
from accordingto.charts import Chart
from accordingto.charts.by_svg import svg
from accordingto.charts.drawing import Bar, Box, Dot, Drawing, Key, Line, Words
from charts.every_chart import EVERY

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = [
    pytest.param(draw, id=f"{name} {n}")
    for name, each in EVERY.items()
    for n, draw in enumerate(each)
]


def test_every_figure_is_here() -> None:
    assert set(EVERY) == {name for name in charts.__all__ if name != "Chart"}


@pytest.mark.parametrize("draw", DRAWN)
def test_every_word_of_a_drawing_is_in_the_picture_and_its_alt_text(
    draw: Callable[[], Chart],
) -> None:
    chart = draw()
    picture = ET.fromstring(chart.svg())
    assert (picture.get("role"), picture.get("aria-label")) == ("img", chart.alt)
    shown = ["\n".join(row.text or "" for row in text) for text in picture.iter(f"{SVG}text")]
    drawing = chart.drawing
    words = [mark.text for mark in drawing.marks if isinstance(mark, Words)]
    labels = [label for ticks in (drawing.rows, drawing.columns) for _, label in ticks.at]
    titles = [one for one in (drawing.title, drawing.rows.title, drawing.columns.title) if one]
    keys = [key.label for key in drawing.legend]
    assert sorted(shown) == sorted([*words, *labels, *titles, *keys])


@pytest.mark.parametrize("draw", DRAWN)
def test_nothing_is_drawn_beyond_the_edges(draw: Callable[[], Chart]) -> None:
    picture = ET.fromstring(draw().svg())
    _, _, width, height = map(float, str(picture.get("viewBox")).split())
    places = list(_places(picture))
    assert places
    for x, y in places:
        assert -1 <= x <= width + 1
        assert -1 <= y <= height + 1


def _places(picture: ET.Element) -> Iterator[tuple[float, float]]:
    """Where shapes have their corners, and where words begin."""
    for one in picture:
        if one.tag == f"{SVG}rect":
            x, y, width, height = (float(str(one.get(n))) for n in ("x", "y", "width", "height"))
            assert width >= 0
            assert height >= 0
            yield from ((x, y), (x + width, y + height))
        for place in re.findall(r"[-\d.]+,[-\d.]+", one.get("points") or ""):
            x, y = map(float, place.split(","))
            yield x, y
        yield from (
            (float(str(row.get("x"))), float(str(row.get("y"))))
            for row in one
            if row.tag == f"{SVG}tspan"
        )


COLORS = st.sampled_from(["#0072B2", "black"])
STROKES = st.sampled_from(["-", "--", ":", "-."])
NUMBERS = st.floats(0, 10)
PLACES = st.tuples(NUMBERS, NUMBERS)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)
MARKS = st.one_of(
    st.builds(
        Bar,
        NUMBERS,
        NUMBERS,
        NUMBERS,
        NUMBERS,
        COLORS,
        st.sampled_from(["", "//", "oo"]),
        st.booleans(),
    ),
    st.builds(Line, st.tuples(PLACES, PLACES), COLORS, st.just(2.0), STROKES, st.booleans()),
    st.builds(Dot, PLACES, st.just(9.0), COLORS, st.sampled_from("os^DvP")),
    st.builds(Words, PLACES, TEXTS, st.just(12.0), bold=st.booleans(), italic=st.booleans()),
    st.builds(Box, PLACES, st.tuples(st.floats(10, 12), st.floats(10, 12)), COLORS, STROKES),
)


@given(st.lists(MARKS, max_size=6), TEXTS, TEXTS)
def test_whatever_is_drawn_is_one_picture_in_which_words_stay_words(
    marks: list[Bar | Line | Dot | Words | Box], title: str, alt: str
) -> None:
    drawing = Drawing(
        9, 4, (0, 10), (10, 0), tuple(marks), title, legend=(Key("<b>", Dot((0, 0), 5)),)
    )
    picture = ET.fromstring(svg(drawing, alt))
    assert picture.get("aria-label") == alt
    assert not list(picture.iter(f"{SVG}b"))
    used = set(re.findall(r"url\(#([^)]+)\)", svg(drawing, alt)))
    assert used == {one.get("id") for one in picture.iter(f"{SVG}pattern")}


WITHOUT = """
import sys
sys.modules["matplotlib"] = None
sys.path.insert(0, "tests")
from charts.every_chart import EVERY
shown = [draw()._repr_html_() for each in EVERY.values() for draw in each]
print(sum("<svg" in one and "<img" not in one for one in shown), len(shown))
"""


def test_without_matplotlib_every_figure_is_shown() -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False
    )
    assert run.stderr == ""
    seen, of = map(int, run.stdout.split())
    assert seen == of == len(DRAWN)
