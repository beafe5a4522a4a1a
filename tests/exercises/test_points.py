"""Points are said alike wherever they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import accordingto
from accordingto.exercises.points import rounded


@pytest.mark.parametrize(
    ("points", "said"),
    [
        *((37 / 3, "12.33"), (12.5, "12.5"), (12.0, "12"), (100.0, "100"), (0.0, "0")),
        *((123456.789, "123456.79"), (2 / 3, "0.67"), (0.006, "0.01"), (1e-9, "0"), (-1e-9, "0")),
    ],
)
def test_two_decimals_at_most(points: float, said: str) -> None:
    assert rounded(points) == said


def test_no_other_module_rounds_points() -> None:
    """Points, as `points` and `of`, are formatted by their own function alone."""
    formats = re.compile(r"\{[^{}]*(?:points|penalty|\bof)[^{}]*:[^{}]*[gf]\}|round\([^()]*points")
    root = Path(accordingto.__file__).parent
    found = [path.name for path in root.rglob("*.py") if formats.search(path.read_text("utf-8"))]
    assert found == ["points.py"]
