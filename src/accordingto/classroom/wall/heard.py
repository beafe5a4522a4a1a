"""Output that a warden reads from its child, line by line, within a time limit."""

from __future__ import annotations

import os
import select
import time

import msgspec

from accordingto.classroom.wall import MEMORY, OUTPUT, Returned, inside, memory

LOOK = 0.1  # seconds from one look at the memory to the next
TOO_LONG = Returned(stopped="The code ran too long and was stopped.")
_TOO_LARGE = Returned(stopped="The code took too much memory and was stopped.")
_TOO_MUCH = Returned(stopped="The code returned too much and was stopped.")
NOTHING = Returned(stopped="The code ended the program before its functions could be called.")


class _Stopped(Exception):
    """There is no use in listening on: `returned` is what came of it."""

    def __init__(self, returned: Returned) -> None:
        super().__init__(returned.stopped)
        self.returned = returned


class Heard:
    """The lines of a child's pipe; `lifeline` breaks when nobody listens any more."""

    def __init__(self, child: int, pipe: int, lifeline: int) -> None:
        self._child, self._pipe, self._lifeline = child, pipe, lifeline
        self._data = b""

    def first(self, seconds: float) -> Returned:
        """Two lines: why there is no wall, empty where it stands; then what was returned."""
        until = time.monotonic() + seconds
        try:
            why = self._line(until)
        except _Stopped:
            return Returned(no_wall="it took too long")
        if why != b"\n":
            return Returned(no_wall=why.decode(errors="replace").strip() or "its process was ended")
        return self.returned(until - time.monotonic())

    def later(self, seconds: float) -> Returned:
        """The values of further calls, which follow the empty line that ends the first."""
        until = time.monotonic() + seconds
        try:
            while self._line(until) not in (b"\n", b""):
                pass
        except _Stopped as stopped:
            return stopped.returned
        return self.returned(until - time.monotonic())

    def returned(self, seconds: float) -> Returned:
        """One line: what was returned."""
        try:
            line = self._line(time.monotonic() + seconds)
            said = msgspec.json.decode(line, type=inside.Said)
        except _Stopped as stopped:
            return stopped.returned
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return NOTHING
        return Returned(values=said.values, errors=said.errors, waits=said.waits)

    def _line(self, until: float) -> bytes:
        """The next line; the part that was written if the child has ended."""
        while b"\n" not in self._data:
            self._wait(until)
            piece = os.read(self._pipe, 1 << 16)
            self._data += piece
            if len(self._data) > OUTPUT:
                raise _Stopped(_TOO_MUCH)
            if not piece:
                break
        line, end, self._data = self._data.partition(b"\n")
        return line + end

    def _wait(self, until: float) -> None:
        """Until there is something to read, with a look at the memory meanwhile."""
        while (left := until - time.monotonic()) > 0:
            ready = select.select([self._pipe, self._lifeline], [], [], min(left, LOOK))[0]
            if self._pipe in ready:
                return
            if ready:
                break
            if memory.held_by(self._child) > MEMORY:
                raise _Stopped(_TOO_LARGE)
        raise _Stopped(TOO_LONG)
