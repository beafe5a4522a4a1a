"""A lesson joins a room by its bar, and leaves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.room.hub import authorization
from accordingto.notebooks.room.seat import JOINED, LEFT
from accordingto.widgets.joinbar import JoinBar
from classroom.room.live.open_rooms import SHEET, open_room, soon

NUMBER = next(question.id for question in SHEET if question.kind == "number")


def bar_of(lesson: Lesson) -> JoinBar:
    assert lesson._bar is not None
    return lesson._bar.widget


def pressed(bar: JoinBar, do: str, **words: str) -> None:
    bar._asked(bar, {"do": do, "address": "", "code": "", "name": "", **words}, None)


def test_without_an_address_the_bar_is_shown_and_nothing_is_sent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Lesson(SHEET, tmp_path)
    home.join()
    assert "The room: not joined." in capsys.readouterr().out
    assert (bar_of(home).is_in, bar_of(home).told) == (False, "")


def test_one_joins_and_leaves_by_the_bar(tmp_path: Path) -> None:
    home = Lesson(SHEET, tmp_path / "ann")
    with open_room(tmp_path / "room") as room:
        home.join()
        bar = bar_of(home)
        pressed(bar, "join", address=room.address, code="AAAAAA")
        assert (bar.is_in, bar.told[:42]) == (False, "Not joined: This is not the room’s code. I")
        pressed(bar, "join", address=room.address, code=room.code, name="Ann")
        assert (bar.is_in, bar.told) == (True, JOINED)
        home.answer(NUMBER, {"value": 3})
        assert soon(lambda: bar.told == "In the room: 1 answer sent.")
        assert room.room.members.names == ["Ann"]
        pressed(bar, "leave")
        assert (bar.is_in, bar.told) == (False, LEFT)


def test_with_a_code_one_has_joined_at_once_and_joining_again_leaves_first(tmp_path: Path) -> None:
    home = Lesson(SHEET, tmp_path / "ann")
    with open_room(tmp_path / "room") as room:
        home.join(room.address, room.code)
        first = bar_of(home)
        assert first.is_in
        home.join(room.address, room.code)
        assert (first.is_in, bar_of(home).is_in) == (False, True)
        home.leave()
        home.leave()
        assert first.told == LEFT


def test_a_hubs_room_is_filled_in_and_no_other_is_told_who_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCORDINGTO_ROOM", "http://127.0.0.1:9/services/room/")
    monkeypatch.setenv("JUPYTERHUB_API_URL", "http://127.0.0.1:9/hub/api")
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret")
    monkeypatch.setenv("JUPYTERHUB_USER", "ann")
    home = Lesson(SHEET, tmp_path)
    home.join()
    assert bar_of(home).address == "http://127.0.0.1:9/services/room"
    assert authorization("http://127.0.0.1:9/services/another") == ""
    assert authorization("http://127.0.0.1:9/services/room.example") == ""
    pressed(bar_of(home), "join", address=bar_of(home).address)
    assert bar_of(home).told.startswith("Not joined: nothing answers at")
