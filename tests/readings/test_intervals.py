"""The bootstrap's interval: of what was drawn, the same again, and none of too few."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from hypothesis import given
from hypothesis import strategies as st

from accordingto.readings.intervals import FEWEST, Interval, interval

SHARES = st.lists(st.floats(0, 1), min_size=FEWEST, max_size=20)


@given(SHARES)
def test_it_lies_within_what_was_found_and_is_the_same_again(found: list[float]) -> None:
    low, high = interval(found, fmean, drawings=100)
    assert low is not None
    assert high is not None
    assert min(found) - 1e-9 <= low <= high <= max(found) + 1e-9
    assert interval(found, fmean, drawings=100) == (low, high)


def test_of_too_few_there_is_none() -> None:
    assert interval([0.5] * (FEWEST - 1), fmean, drawings=10) == Interval(None, None)


def test_a_drawing_without_a_value_is_left_out() -> None:
    def only_of_ones(items: Sequence[int]) -> float | None:
        return 1.0 if 0 not in items else None

    assert interval([0, 1, 1, 1, 1], only_of_ones, drawings=100) == (1.0, 1.0)
    assert interval([0] * 5, only_of_ones, drawings=100) == (None, None)
