"""How long exercises took."""

from __future__ import annotations

import pytest

from accordingto.classroom.room.pace import Pace, paces
from accordingto.exercises import Attempt, Entry
from accordingto.exercises.answers import moment


def entry(*attempts: tuple[str, str]) -> Entry:
    """What was done, each with its minute and second after noon."""
    done = tuple(
        Attempt(did=did, answer={}, at=f"2026-03-01T12:{at}+00:00") for did, at in attempts
    )
    return Entry(digest="d", answer={}, at="", attempts=done)


def test_minutes_are_from_the_last_thing_done_in_another_exercise_to_the_first_check() -> None:
    one = {
        "1.1": entry(("check", "00:00")),
        "1.2": entry(("vote", "01:00"), ("check", "02:00"), ("check", "09:00")),
        "1.3": entry(("check", "09:30")),
    }
    assert paces([one]) == {
        "1.1": Pace(1, None),  # nothing was done before
        "1.2": Pace(2, 2.0),
        "1.3": Pace(1, 0.5),
    }


def test_a_pause_is_no_work_and_the_median_is_of_those_who_had_none() -> None:
    slow = {"1.1": entry(("check", "00:00")), "1.2": entry(("check", "15:01"))}
    quick = {"1.1": entry(("check", "00:00")), "1.2": entry(("check", "01:00"))}
    assert paces([slow])["1.2"] == Pace(1, None)
    assert paces([slow, quick, quick])["1.2"] == Pace(1, 1.0)


@pytest.mark.parametrize("at", ["", "yesterday", "2026-13-01T12:00:00"])
def test_what_is_no_time_is_left_out(at: str) -> None:
    assert moment(at) is None
    attempt = Attempt(did="check", answer={}, at=at)
    broken = {"1.1": Entry(digest="d", answer={}, at="", attempts=(attempt,))}
    assert paces([broken]) == {"1.1": Pace(1, None)}


def test_a_time_without_a_zone_can_be_compared() -> None:
    naive = moment("2026-03-01T12:00:00")
    assert naive == moment("2026-03-01T12:00:00+00:00")
