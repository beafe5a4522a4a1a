"""A vote in a room: the class's real votes, once one has voted and the teacher gives the reveal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accordingto.classroom.room.live.votes import votes_of
from accordingto.classroom.room.respondents import Respondent
from accordingto.notebooks import class_votes
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.live import LiveExercise
from accordingto.notebooks.room.seat import join
from accordingto.notebooks.room.votes import RoomVotes
from classroom.room.classes import Simulated
from classroom.room.live.open_rooms import SHEET, Open, open_room, soon

VOTED: Any = next(question for question in SHEET if question.vote)
CLASS = Simulated(SHEET)


@pytest.fixture(autouse=True)
def no_class_after() -> Iterator[None]:
    yield
    class_votes.tell(None)


def fill(room: Open, readers: int) -> None:
    for number in range(readers):
        member = room.room.members.of(room.room.members.join(f"Ann {len(room.room.members)}"))
        assert member is not None
        room.room.members.keep(member, CLASS.entries(number))


def shown(live: LiveExercise) -> str:
    return str(live.widget.state["reveal"] or "")


def test_votes_are_shown_once_one_has_voted_and_the_reveal_is_given_and_no_longer_after_leaving(
    tmp_path: Path,
) -> None:
    home = Lesson(SHEET, tmp_path / "ann")
    live = LiveExercise.of(home, VOTED)
    with open_room(tmp_path / "room") as room:
        fill(room, 7)
        mine = join(home.store, room.address, room.code, "", print)
        room.room.held = False
        home.answer(VOTED.id, {"choice": VOTED.options[0].value})
        assert not soon(lambda: mine._votes.answers(SHEET, VOTED), 2.5)  # not voted yet
        room.room.held = True
        home.do(VOTED.id, "vote")
        assert not soon(lambda: "class-view" in shown(live), 2.5)  # voted, and held back
        room.room.held = False
        assert soon(lambda: "first vote, of 8" in shown(live))
        assert "Ann" not in shown(live)
        assert len(mine._votes.answers(SHEET, VOTED)) == 8
        fill(room, 1)
        assert soon(lambda: "first vote, of 9" in shown(live))
        mine.leave()
        assert "class-view" not in shown(live)


def test_a_class_of_four_votes_unseen(tmp_path: Path) -> None:
    four = [Respondent(str(number), CLASS.entries(number)) for number in range(4)]
    assert votes_of(SHEET, four) == {VOTED.id: {"first": [], "now": []}}
    five = [*four, Respondent("4", CLASS.entries(4))]
    votes = votes_of(SHEET, five)[VOTED.id]
    assert {name: len(answers) for name, answers in votes.items()} == {"first": 5, "now": 5}
    assert votes == votes_of(SHEET, five[::-1])[VOTED.id]


def test_a_room_that_is_none_of_ours_can_put_nothing_into_a_notebook() -> None:
    """No markup, no answer that does not fit, and no few."""
    votes = RoomVotes(SHEET.lesson)
    right = {"choice": VOTED.options[0].value}
    evil = {"choice": "<img src=x onerror=alert(1)>"}
    nothing: list[Any] = [None, [], {VOTED.id: "<b>"}, {VOTED.id: {"now": [right] * 4}}]
    for told in nothing:
        votes.hear({"votes": told})
        assert (votes.answers(SHEET, VOTED), votes.drawn(SHEET, VOTED)) == ([], "")
    votes.hear({"votes": {VOTED.id: {"now": [evil] * 9, "first": [evil] * 9}}})
    assert "<img" not in votes.drawn(SHEET, VOTED)
    votes.hear({"votes": {VOTED.id: {"now": [{"choice": 3}] * 9}}})
    assert votes.answers(SHEET, VOTED) == []
