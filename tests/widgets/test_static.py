"""What the still face says of a score."""

from __future__ import annotations

from typing import Any

import pytest

from accordingto.exercises import Outcome, Sheet
from accordingto.widgets.static import score_text

FIRST = Sheet.of("00-start-here")


@pytest.mark.parametrize(
    ("exercise", "credit", "said"),
    [("0.1", 0.5, "H (0.5 of 1 points)"), ("0.4", 0.5, "H"), ("0.1", None, "H")],
)
def test_points_are_said_where_points_are_given(exercise: str, credit: Any, said: str) -> None:
    assert score_text(FIRST[exercise], Outcome(credit=credit, headline="H")) == said
