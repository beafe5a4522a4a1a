"""`accordingto room` as a teacher runs it, with its output in a file."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accordingto.cli import main
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.room.asking import CannotJoin
from accordingto.notebooks.room.seat import Seat, join
from classroom.room.live.open_rooms import LESSON, SHEET, soon


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_it_says_how_to_join_serves_and_closes_with_ctrl_c(tmp_path: Path) -> None:
    output, folder = tmp_path / "output", tmp_path / "room"
    words = ["room", LESSON, "--folder", str(folder), "--host", "127.0.0.1"]
    with output.open("wb") as file:
        run = subprocess.Popen(
            [sys.executable, "-m", "accordingto", *words, "--port", str(free_port())], stdout=file
        )
    try:
        assert soon(lambda: "Ctrl + C" in output.read_text(encoding="utf-8"), 60)
        told = output.read_text(encoding="utf-8")
        found = re.search(r'ask\.join\("(\S+)", "(\w{6})"\)', told)
        assert found is not None
        assert re.search(r"http://127\.0\.0\.1:\d+/teacher\?key=\S{20,}", told)
        home = Lesson(SHEET, tmp_path / "ann")
        mine = _joined(home, *found.groups())
        home.answer("2.1", {"value": 3})
        assert soon(lambda: (folder / "reader-001" / f"{LESSON}.json").exists())
        mine.leave()
    finally:
        run.send_signal(signal.SIGINT)
        code = run.wait(60)
    assert code == 0
    assert f"Its answers are in {folder}." in output.read_text(encoding="utf-8")


def _joined(home: Lesson, address: str, code: str) -> Seat:
    """A seat, once the room answers."""
    for _ in range(200):
        try:
            return join(home.store, address, code, "", print)
        except CannotJoin:
            time.sleep(0.2)
    raise AssertionError("the room does not answer")


def test_a_folder_of_another_room_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".room.json").write_text('{"lesson": "x", "code": "y"}', encoding="utf-8")
    assert main(["room", LESSON, "--folder", str(tmp_path)]) == 2
    assert "is a room of x: name another folder" in capsys.readouterr().err
