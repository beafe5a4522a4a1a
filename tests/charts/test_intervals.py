"""Measures with their intervals: drawn where they lie, told in words."""

from __future__ import annotations

import numpy as np
import pytest

from accordingto.charts import intervals


def test_every_measure_is_told_with_its_interval() -> None:
    chart = intervals({"study": (0.89, 0.75, 1.0), "hearing": (0.91, 0.8, 1.0)}, title="Kappa")
    assert chart.alt == (
        "Kappa study 0.89, interval 0.75 to 1.00; hearing 0.91, interval 0.80 to 1.00."
    )
    lines = chart.figure.axes[0].get_lines()
    assert [np.asarray(line.get_xdata()).tolist() for line in lines] == [
        [0.75, 1.0],
        [0.89],
        [0.8, 1.0],
        [0.91],
    ]


def test_an_interval_below_nought_is_in_the_picture() -> None:
    chart = intervals({"mine": (0.0, -0.3, 0.4)}, title="Kappa")
    assert chart.figure.axes[0].get_xlim()[0] <= -0.3


@pytest.mark.parametrize(
    ("measured", "problem"),
    [({}, "at least one measure"), ({"mine": (0.9, 0.1, 0.5)}, "mine is 0.9, outside 0.1 to 0.5")],
)
def test_what_cannot_be_drawn_is_said(
    measured: dict[str, tuple[float, float, float]], problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        intervals(measured, title="Kappa")
