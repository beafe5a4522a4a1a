"""Rooms that are open, on this machine's own network, for tests."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import uvicorn

from accordingto.classroom.room.live.app import app
from accordingto.classroom.room.live.members import Members
from accordingto.classroom.room.live.opened import Room
from accordingto.content import Content
from accordingto.exercises import Sheet

LESSON = "02-who-says-so"
SHEET = Sheet.of(LESSON, Content.kit())


@dataclass(frozen=True)
class Open:
    """A room that is served at an address."""

    room: Room
    address: str

    @property
    def code(self) -> str:
        """What lets one join."""
        return self.room.members.code

    def asked(
        self,
        path: str,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, str]:
        """The status and the text that the room answers; a body is JSON, or bytes as they are."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        try:
            with urlopen(Request(self.address + path, data, dict(headers or {}))) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as refused:
            return refused.code, refused.read().decode()

    def joined(self, name: str = "") -> dict[str, str]:
        """The header of a new member."""
        status, said = self.asked("/join", {"code": self.code, "name": name})
        assert status == 200, said
        return {"Authorization": f"Bearer {json.loads(said)['token']}"}


@contextmanager
def open_room(folder: Path, port: int = 0, key: str = "") -> Iterator[Open]:
    """A room of lesson 2 that keeps its answers in a folder; by default on any free port."""
    room = Room(SHEET, Members(folder, SHEET), "http://192.0.2.7:8787")
    room.key = key or room.key
    server = uvicorn.Server(uvicorn.Config(app(room), "127.0.0.1", port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        until = time.monotonic() + 20
        while not server.started:
            assert time.monotonic() < until, "the room did not open"
            time.sleep(0.02)
        (socket,) = server.servers[0].sockets
        yield Open(room, f"http://127.0.0.1:{socket.getsockname()[1]}")
    finally:
        server.should_exit = True
        thread.join()


def soon(true: Any, seconds: float = 10.0) -> bool:
    """Whether something becomes true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.02)
    return bool(true())
