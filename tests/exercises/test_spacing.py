"""What went wrong comes back on the next day, then at growing distances, and then no more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.exercises.spacing import DAYS, again_on

FIRST = date(2026, 3, 1)
Checks = list[tuple[int, float]]


def on(*checks: tuple[int, float]) -> int | None:
    """The day to look again, counted from the first."""
    day = again_on((FIRST + timedelta(days=after), credit) for after, credit in checks)
    return None if day is None else (day - FIRST).days


@pytest.mark.parametrize(
    ("checks", "day"),
    [
        ([], None),
        ([(0, 1.0)], None),
        ([(0, 0.5)], 1),
        ([(0, 0.5), (0, 1.0)], 1),  # put right at once: that is no remembering
        ([(0, 0.5), (1, 1.0)], 1 + 3),
        ([(0, 0.5), (1, 1.0), (1, 1.0)], 1 + 3),
        ([(0, 0.5), (1, 1.0), (5, 1.0)], 5 + 7),
        ([(0, 0.5), (1, 1.0), (5, 0.9)], 5 + 1),
        ([(0, 0.0), (1, 1.0), (4, 1.0), (11, 1.0), (32, 1.0)], None),
        ([(0, 1.0), (9, 0.5)], 10),
    ],
)
def test_a_day_to_look_again(checks: Checks, day: int | None) -> None:
    assert on(*checks) == day
    assert on(*reversed(checks)) == day or len({after for after, _ in checks}) < len(checks)


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from([0.0, 0.5, 1.0])), max_size=8))
def test_it_lies_after_the_last_mistake_and_never_further_off_than_the_longest(
    checks: Checks,
) -> None:
    day = on(*checks)
    wrong = [after for after, credit in checks if credit < 1]
    if not wrong:
        assert day is None
    elif day is not None:
        assert max(wrong) < day <= max(after for after, _ in checks) + DAYS[-1]
