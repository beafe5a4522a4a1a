"""The network is cut in the middle of a vote and comes back: every answer arrives, and once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.room.seat import Seat, join
from classroom.room.live.cables import cable_to
from classroom.room.live.open_rooms import SHEET, Open, open_room, soon

VOTED: Any = next(question for question in SHEET if question.vote)
STUDENTS = 6
NO_NETWORK = "No network. Your answers are saved here, and are sent when it is back."


def choose(home: Lesson, option: int) -> None:
    home.answer(VOTED.id, {"choice": VOTED.options[option % len(VOTED.options)].value})


def joined(
    room: Open, address: str, folder: Path
) -> tuple[list[Lesson], list[Seat], list[list[str]]]:
    homes = [Lesson(SHEET, folder / f"student {number}") for number in range(STUDENTS)]
    said: list[list[str]] = [[] for _ in homes]
    seats = [
        join(home.store, address, room.code, f"s{number}", words.append)
        for number, (home, words) in enumerate(zip(homes, said, strict=True))
    ]
    return homes, seats, said


def arrived(room: Open, homes: list[Lesson]) -> bool:
    """Whether the room has what every student has at home, each under their own label."""
    members = [dict(one.entries) for one in room.room.members]
    return members == [home.store.entries() for home in homes]


def test_the_cable_is_pulled_in_the_middle_of_a_vote_and_nothing_is_lost_or_doubled(
    tmp_path: Path,
) -> None:
    with open_room(tmp_path / "room") as room, cable_to(room.address) as (cable, address):
        homes, seats, said = joined(room, address, tmp_path)
        for number, home in enumerate(homes):
            choose(home, number)
        for home in homes[: STUDENTS // 2]:  # half of them have voted when it is cut
            home.do(VOTED.id, "vote")
        assert soon(lambda: arrived(room, homes))
        before = room.room.members.version
        cable.pull()
        for number, home in enumerate(homes):
            if number >= STUDENTS // 2:
                home.do(VOTED.id, "vote")
            choose(home, number + 1)
        assert soon(lambda: all(words[-1] == NO_NETWORK for words in said))
        assert room.room.members.version == before
        choose(homes[0], 3)  # and once more, while it is away
        cable.plug()
        assert soon(lambda: arrived(room, homes), 30)
        assert soon(lambda: all(words[-1] == "In the room: 1 answer sent." for words in said))
        votes = [
            [one.did for one in member.entries[VOTED.id].attempts] for member in room.room.members
        ]
        assert votes == [["vote"]] * STUDENTS
        assert room.room.members.version == before + STUDENTS  # each once
        for seat in seats:
            seat.leave()


def test_an_answer_whose_receipt_was_lost_is_sent_again_and_counts_once(tmp_path: Path) -> None:
    with open_room(tmp_path / "room") as room, cable_to(room.address) as (cable, address):
        homes, seats, said = joined(room, address, tmp_path)
        cable.is_deaf = True
        for number, home in enumerate(homes):
            choose(home, number)
        assert soon(lambda: arrived(room, homes))
        assert soon(lambda: all(words and words[-1] == NO_NETWORK for words in said))
        version = room.room.members.version
        assert soon(lambda: cable.lost > STUDENTS)  # who heard nothing has sent it again
        cable.is_deaf = False
        assert soon(lambda: all(words[-1] == "In the room: 1 answer sent." for words in said), 30)
        assert arrived(room, homes)
        assert room.room.members.version == version == STUDENTS
        for seat in seats:
            seat.leave()
