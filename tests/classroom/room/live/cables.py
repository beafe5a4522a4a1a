"""A cable to a room that can be pulled out and put in again: a small TCP proxy."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PIECE = 65_536


class Cable:
    """What listens on a port of its own and hands all on to another, while it is plugged in.

    While it is `deaf`, a room hears what is sent, and its answer is lost on the way.
    """

    def __init__(self, to: int) -> None:
        self._to = to
        self._ends: set[socket.socket] = set()
        self._door: socket.socket | None = None
        self.port = 0
        self.is_deaf = False
        self.lost = 0  # answers
        self.plug()

    def plug(self) -> None:
        """Put it in, on the port that it had."""
        self._door = socket.create_server(("127.0.0.1", self.port))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._serve, args=(self._door,), daemon=True).start()

    def pull(self) -> None:
        """Pull it out: nobody gets in, and whatever is on the way is cut off."""
        assert self._door
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        for end in list(self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _serve(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                student, _ = door.accept()
                room = socket.create_connection(("127.0.0.1", self._to))
                for one, other in ((student, room), (room, student)):
                    self._ends.add(one)
                    threading.Thread(
                        target=self._carry, args=(one, other, room), daemon=True
                    ).start()

    def _carry(self, one: socket.socket, other: socket.socket, room: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(PIECE):
                if one is room and self.is_deaf:
                    self.lost += 1
                    break
                other.sendall(piece)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._ends.discard(one)
        one.close()


@contextmanager
def cable_to(address: str) -> Iterator[tuple[Cable, str]]:
    """A cable to an address, and the address of its other end."""
    cable = Cable(int(address.rpartition(":")[2]))
    try:
        yield cable, f"http://127.0.0.1:{cable.port}"
    finally:
        cable.pull()
