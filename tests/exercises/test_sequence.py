import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.exercises.sequence import arranged, require_ties, shuffled, variants

IDS = st.lists(st.text("abcdef", min_size=1, max_size=3), unique=True, min_size=2, max_size=8)


@pytest.mark.parametrize(
    ("found", "credit"),
    [
        ("abc", 1.0),
        ("", 0.0),
        ("ab", (2 / 3 + 1 / 2) / 2),
        ("cba", 0.5),  # the right cards, no right neighbours
        ("abcd", (2 / 3 + 1) / 2),
        ("abxc", (2 / 3 + 1 / 2) / 2),
        ("xyz", 0.0),
    ],
)
def test_half_for_the_items_and_half_for_their_neighbours(found: str, credit: float) -> None:
    assert arranged(found, "abc") == pytest.approx(credit)


@given(wanted=IDS, found=IDS)
def test_an_arrangement_is_worth_from_nought_to_one_and_the_wanted_one_is_worth_one(
    wanted: list[str], found: list[str]
) -> None:
    assert arranged(wanted, wanted) == 1.0
    assert 0.0 <= arranged(found, wanted) <= 1.0
    assert (arranged(found, wanted) == 1.0) == (found == wanted)


def test_each_tie_doubles_the_ways_to_stand() -> None:
    ways = ["".join(way) for way in variants("abcd", (("a", "b"), ("c", "d")))]
    assert ways == ["abcd", "abdc", "bacd", "badc"]
    with pytest.raises(ValueError, match=r"^the tie a, c: expected two that follow each other$"):
        require_ties((("a", "c"),), "abc")


@given(ids=IDS, seed=st.text())
def test_shuffled_is_another_order_of_the_same_and_always_that_one(
    ids: list[str], seed: str
) -> None:
    mixed = shuffled(ids, seed)
    assert sorted(mixed) == sorted(ids)
    assert mixed != tuple(ids)
    assert mixed == shuffled(ids, seed)
