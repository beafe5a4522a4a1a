import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.exercises import Outcome, Part
from accordingto.exercises.outcome import mean_outcome, verdict_of


@pytest.mark.parametrize("credit", [-0.01, 1.01, float("nan"), float("inf")])
def test_credit_outside_nought_and_one_is_refused(credit: float) -> None:
    with pytest.raises(ValueError, match=r"^outcome: expected credit from 0 to 1, got "):
        Outcome(credit=credit, headline="x")


@pytest.mark.parametrize(
    ("credit", "verdict"), [(0.0, "wrong"), (0.01, "partly"), (0.99, "partly"), (1.0, "right")]
)
def test_the_word_for_a_credit(credit: float, verdict: str) -> None:
    assert verdict_of(credit) == verdict


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_the_mean_lies_between_its_credits(credits: list[float]) -> None:
    credit = mean_outcome(credits, [], "rows").credit
    assert credit is not None
    assert min(credits) - 1e-9 <= credit <= max(credits) + 1e-9


@given(st.integers(1, 50))
def test_all_right_is_exactly_one(items: int) -> None:
    assert mean_outcome([1.0] * items, [], "rows").credit == 1.0


def test_the_headline_counts_the_right_ones_and_the_parts_are_kept() -> None:
    part = Part(verdict="note", text="x")
    outcome = mean_outcome([1, 0.5, 0], [part], "rows")
    assert outcome == Outcome(credit=0.5, headline="1 of 3 rows right, 1 in part", parts=(part,))
    assert mean_outcome([], [], "rows").credit == 0.0
