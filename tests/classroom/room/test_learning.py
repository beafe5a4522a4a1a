"""What a class learned, and what is not said of it."""

from __future__ import annotations

import pytest

from accordingto.classroom.room.learning import gain, learning
from accordingto.content import Content
from accordingto.exercises import Attempt, Entry, Sheet
from accordingto.readings.intervals import FEWEST

FIRST, LAST = "00-start-here", "08-source-audit"
SHEETS = {name: Sheet.of(name, Content.kit()) for name in (FIRST, LAST)}
RIGHT, WRONG = {"choice": "nobody"}, {"choice": "israel"}


def checked(answer: dict[str, str]) -> Entry:
    attempt = Attempt(did="check", answer=answer, at="2026-03-01T12:00:00+00:00")
    return Entry(digest="d", answer=answer, at=attempt.at, attempts=(attempt,))


def student(
    before: dict[str, str] | None, after: dict[str, str] | None
) -> dict[str, dict[str, Entry]]:
    return {
        FIRST: {} if before is None else {"0.4": checked(before)},
        LAST: {} if after is None else {"8.11": checked(after)},
    }


def test_the_gain_is_of_those_who_answered_both_times() -> None:
    other = {"choice": "company"}
    found = learning(
        SHEETS,
        [student(WRONG, RIGHT), student(WRONG, other), student(RIGHT, RIGHT), student(WRONG, None)],
    )
    assert found.once == 1
    assert found.whole is not None
    assert (found.whole.students, found.whole.before, found.whole.after) == (3, 1 / 3, 2 / 3)
    assert found.whole.gain == pytest.approx(0.5)  # a third of the two thirds that were left
    assert (found.whole.low, found.whole.high) == (None, None)  # three are too few
    assert len(found.questions) == 6
    assert [title for title, one in found.questions.items() if one] == [SHEETS[FIRST]["0.4"].title]


def test_of_nobody_and_of_those_who_had_nothing_left_there_is_no_gain() -> None:
    assert learning(SHEETS, []).whole is None
    assert learning(SHEETS, [student(None, None)]).once == 0
    full = gain([(1.0, 1.0)] * FEWEST)
    assert full is not None
    assert (full.gain, full.low, full.high) == (None, None, None)


def test_an_interval_is_about_the_gain_and_narrows_with_the_class() -> None:
    few, many = (
        gain([(0.0, 1.0), (0.5, 0.5), (0.0, 0.5)] * 4),
        gain([(0.0, 1.0), (0.5, 0.5), (0.0, 0.5)] * 40),
    )
    widths = []
    for one in (few, many):
        assert one is not None
        assert one.low is not None
        assert one.high is not None
        assert one.gain == pytest.approx((2 / 3 - 1 / 6) / (5 / 6))
        assert one.gain is not None
        assert one.low < one.gain < one.high
        widths.append(one.high - one.low)
    assert widths[1] < widths[0] / 2


def test_who_did_worse_has_lost() -> None:
    found = gain([(0.5, 0.25)])
    assert found is not None
    assert found.gain == -0.5
