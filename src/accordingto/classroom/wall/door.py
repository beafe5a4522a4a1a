"""The grader's side of the door: the doorkeeper it has started, and the ways to it.

On each way one job is served at a time, so that as many can be behind the wall as there are ways;
what is loaded for them is loaded once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue

_KEPT = ("HOME", "LANG", "LC_", "LD_", "MPL", "PATH", "PYTHON", "TMPDIR", "VIRTUAL_ENV")
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")  # a thread would not survive the fork


class Closed(OSError):
    """The door was closed while somebody waited for an answer."""


class Way:
    """Two pipes: one line goes in, one comes out. `broken` once something else has happened."""

    def __init__(self, asking: int, hearing: int) -> None:
        self._asking, self._hearing = os.fdopen(asking, "wb"), os.fdopen(hearing, "rb")
        self.broken = False

    def asked(self, line: bytes) -> bytes:
        """The line that answers this one; what is there of it where the other side has ended."""
        try:
            self._asking.write(line + b"\n")
            self._asking.flush()
            answer = self._hearing.readline()
        except OSError:
            answer = b""
        self.broken |= not answer.endswith(b"\n")
        return answer

    def close(self) -> None:
        """Let go of both pipes."""
        with suppress(OSError):  # what could not be written is nobody's to read any more
            self._asking.close()
        self._hearing.close()


class Door:
    """A doorkeeper with some `ways` to it; where one breaks, another doorkeeper serves it."""

    def __init__(self, ways: int) -> None:
        self.ways = ways
        self._free: SimpleQueue[Way | None] = SimpleQueue()
        self._keepers: list[subprocess.Popen[bytes]] = []
        self._closing, self._closed = threading.Lock(), False
        self._start(ways)

    @contextmanager
    def way(self) -> Iterator[Way]:
        """A way for one job, when there is a free one. Raises Closed where the door was closed."""
        way = self._free.get()
        if way is None:
            self._free.put(None)
            raise Closed("the wall was taken down")
        try:
            yield way
        except BaseException:
            way.broken = True
            raise
        finally:
            self._give_back(way)
        if self._closed:  # what came was perhaps said of code that was stopped by that
            raise Closed("the wall was taken down while code ran behind it")

    def close(self) -> None:
        """End all that is behind it; who waits is told so."""
        with self._closing:
            self._closed = True
        for keeper in self._keepers:
            keeper.kill()
            keeper.wait()
        for _ in range(self.ways):
            if way := self._free.get():
                way.close()
        self._free.put(None)

    def _give_back(self, way: Way) -> None:
        with self._closing:
            if way.broken and not self._closed:
                way.close()
                self._start(1)
            else:
                self._free.put(way)

    def _start(self, ways: int) -> None:
        """Of the environment, which may hold secrets, it has only what Python itself needs."""
        kept = {name: value for name, value in os.environ.items() if name.startswith(_KEPT)}
        pipes = [(os.pipe(), os.pipe()) for _ in range(ways)]
        theirs = [(jobs[0], answers[1]) for jobs, answers in pipes]
        self._keepers.append(_keeper(theirs, {**kept, **dict.fromkeys(_ONE_THREAD, "1")}))
        for reading, writing in theirs:
            os.close(reading)
            os.close(writing)
        for jobs, answers in pipes:
            self._free.put(Way(jobs[1], answers[0]))


def _keeper(ways: list[tuple[int, int]], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "accordingto.classroom.wall.doorkeeper"),
            *(f"{reading},{writing}" for reading, writing in ways),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[end for way in ways for end in way],
        cwd=Path(sys.executable).parent,
        env=environment,
        start_new_session=True,  # Ctrl-C is the grader's to hear
    )
