"""Lines over pages: drawn in order, told in words, and refused where they do not fit together."""

from __future__ import annotations

import pytest

from accordingto.charts import page_by_page
from accordingto.charts.drawing import Dot, Line

TWO = {"fitted": {"ours": 0.97, "new": 0.43}, "general": {"ours": 0.78, "new": 0.51}}


def test_every_figure_is_told_in_words() -> None:
    assert page_by_page(TWO, title="F by page").alt == (
        "F by page fitted: ours 0.97, new 0.43; general: ours 0.78, new 0.51."
    )


def test_a_line_for_each_name_and_no_two_alike_without_colour() -> None:
    marks = page_by_page(TWO, title="F by page").drawing.marks
    lines = [mark for mark in marks if isinstance(mark, Line)]
    dots = [mark for mark in marks if isinstance(mark, Dot)]
    assert [line.places for line in lines] == [((0, 0.97), (1, 0.43)), ((0, 0.78), (1, 0.51))]
    assert [dot.place for dot in dots] == [place for line in lines for place in line.places]
    assert len({line.stroke for line in lines}) == len({dot.shape for dot in dots}) == 2


@pytest.mark.parametrize(
    ("measured", "problem"),
    [
        ({}, "at least one figure"),
        ({"fitted": {}}, "at least one figure"),
        ({"fitted": {"ours": 1.0}, "general": {"new": 1.0}}, "on the same pages"),
    ],
)
def test_what_cannot_be_drawn_is_said(measured: dict[str, dict[str, float]], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        page_by_page(measured, title="F by page")
