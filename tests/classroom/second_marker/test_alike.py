"""Answers alike: the same or nearly, whatever their capitals and points; and the laws of groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.classroom.second_marker.alike import FIRST, alike

ONE = "The page does not name the official, so nobody can ask him how he knows."


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("the page does not name the official: so nobody can ask him how he knows", True),
        ("The page does not name the official, so nobody can ask them how they know.", False),
        ("The page does not name the official, so no one can ask him how he knows.", True),
        ("An official is quoted without a name, and we cannot ask him.", False),
        ("", False),
    ],
)
def test_the_same_or_nearly(other: str, together: bool) -> None:
    assert (alike([ONE, other]) == [1, 1]) is together


def test_short_answers_are_alike_only_where_they_are_the_same() -> None:
    assert alike(["No name is given", "No name is printed", "no name is given!"]) == [1, 2, 1]


def test_who_is_near_to_one_of_a_group_belongs_to_it() -> None:
    words = [f"word{number}" for number in range(20)]
    steps = [" ".join(["changed"] * n + words[n:]) for n in (0, 2, 4, 6)]
    assert alike([steps[0], steps[3]]) == [1, 2]
    assert alike(steps) == [1, 1, 1, 1]


def test_of_a_very_long_text_its_beginning_is_compared() -> None:
    """All words of it would take hours, and one student's would be enough."""
    begun = [f"word{number}" for number in range(FIRST)]
    assert alike([" ".join(begun + ["a"] * 50_000), " ".join(begun + ["b"] * 50_000)]) == [1, 1]
    assert alike([" ".join(begun), " ".join(begun[FIRST // 2 :] * 2)]) == [1, 2]


@given(st.lists(st.text(alphabet="ab .", max_size=30), max_size=8))
def test_groups_are_numbered_as_they_begin_and_hold_whoever_is_the_same(texts: list[str]) -> None:
    numbers = alike(texts)
    assert len(numbers) == len(texts)
    begun = list(dict.fromkeys(numbers))
    assert begun == list(range(1, len(begun) + 1))
    for one, number in zip(texts, numbers, strict=True):
        for other, its in zip(texts, numbers, strict=True):
            assert one.split() != other.split() or number == its
