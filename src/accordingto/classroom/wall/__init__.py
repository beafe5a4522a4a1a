"""The wall: a student's code runs in a process of its own, and only values come out of it.

The grader starts one *doorkeeper*, a process that has loaded what lessons use, and that never
holds a submission or a key. It forks a *porter* for each way to it, and the porter, for every job
that comes on its way, a *warden*, which reads the job, forks the child that goes behind the wall,
hears what it says, and clears away what is left of it.

Behind the wall there is no network, no server to call, no other process to see, nothing to read
but Python itself and nothing to write but a folder that is held in memory, with limits of memory,
time, processes and output; no right that an ordinary user has not, and of the kernel only what
programs commonly need. When the time is over, all of it is killed.

| module | holds |
|---|---|
| this one | what the grader calls |
| `door` | the grader's side: the doorkeeper it has started, and the ways to it |
| `doorkeeper` | the doorkeeper, its porters and their wardens |
| `heard`, `memory` | what a warden hears of its child, and how much the child holds |
| `inside` | the child: it builds the wall around itself, runs the cells, calls the functions |
| `readable`, `namespaces`, `landlock`, `rights`, `seccomp`, `libc` | what the wall is made of |
| `cells`, `calling` | running one cell, calling one function on its texts |
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec

from accordingto.classroom.wall import landlock
from accordingto.classroom.wall.door import Door, Way

SECONDS = 20
MEMORY = 2 << 30  # bytes of a process's addresses, and of what all processes hold together
OUTPUT = 4 << 20  # bytes that may come back
FILES = 10 << 20  # bytes a file may grow to
DISK = 32 << 20  # bytes that all files together may grow to
PROCESSES = 8
_OPENING = threading.Lock()  # a worker has threads, and all of them use one door


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A function to be called on each of the texts, by name of the case."""

    exercise: str
    function: str
    texts: dict[str, str]


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """The cells of a notebook, and the calls to make when they have run.

    With `more`, other calls follow when the first have returned, and are not known before.
    """

    cells: tuple[str, ...]
    calls: tuple[Call, ...]
    name: str
    article: str
    forbidden: tuple[str, ...] = ()
    walled: bool = True
    more: bool = False
    seconds: float = SECONDS


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """Values and errors of each exercise by case; or why there are none, in a sentence.

    `stopped` is what the code did; `no_wall` is a fault of the system, and so nobody's. `doubtful`
    tells that it may as well have been the system that ended the code, or left it no time. `waits`
    tells that the code, as it was when its cells had run, waits for more calls.
    """

    values: dict[str, dict[str, Any]] = {}
    errors: dict[str, dict[str, str]] = {}
    stopped: str = ""
    no_wall: str = ""
    doubtful: bool = False
    waits: bool = False


class NoWall(ValueError):
    """The system offers no wall."""


def why_no_wall() -> str:
    """Why this system offers no wall, in a sentence; empty where it does."""
    if sys.platform != "linux":
        return "only Linux offers the wall that a student's code needs"
    if not landlock.version():
        return "this kernel has no Landlock (Linux 6.2 or later is needed), so there is no wall"
    return _tried()


def why_no_code() -> str:
    """Why no code can be run at all on this system, in a sentence; empty where it can."""
    return "" if hasattr(os, "fork") else "this system cannot run code in a process apart"


def open_door(ways: int = 1) -> None:
    """Have what lessons use loaded, without waiting for it, so that `ways` jobs can run at once.

    A door that is open stays so, but where it has fewer ways.
    """
    if not why_no_code():
        _door(ways)


@contextmanager
def opened(ways: int) -> Iterator[None]:
    """The same, for as long as this lasts."""
    open_door(ways)
    try:
        yield
    finally:
        close()


def run(job: Job) -> Returned:
    """Return the values of a submission's functions.

    Raises NoWall where a wall is wanted and the system has none, and OSError where the system
    fails at it this time, or the door was closed meanwhile.
    """
    return run_in_turn(job, ())[0]


def run_in_turn(job: Job, then: tuple[Call, ...]) -> list[Returned]:
    """Return the values of a submission's functions, then of further calls unless it was stopped.

    Of the other calls nothing is known behind the wall while the first are made. The cells run
    once, but for those that start threads, which no copy of a process has, and for what a machine
    short of memory or time may have ended, which is tried once more: a full machine costs nobody
    a mark. Raises as `run`.
    """
    if job.walled and (why := why_no_wall()):
        raise NoWall(why)
    found = _tried_in_turn(job, then)
    if any(returned.doubtful for returned in found):
        found = _tried_in_turn(job, then)
    return found


def _tried_in_turn(job: Job, then: tuple[Call, ...]) -> list[Returned]:
    with _door().way() as way:
        found = [_asked(way, msgspec.structs.replace(job, more=bool(then)))]
        if then and not (found[0].stopped or found[0].no_wall):
            later = then if found[0].waits else msgspec.structs.replace(job, calls=then)
            found.append(_asked(way, later))
    if failed := next((returned.no_wall for returned in found if returned.no_wall), ""):
        raise OSError(f"the wall around students' code could not be built: {failed}")
    return found


def close() -> None:
    """End the doorkeeper; the next run starts another."""
    global _opened
    with _OPENING:
        door, _opened = _opened, None
    if door:
        door.close()


_opened: Door | None = None


def _door(ways: int = 1) -> Door:
    global _opened
    with _OPENING:
        if _opened is None or _opened.ways < ways:
            if _opened:
                _opened.close()
            _opened = Door(ways)
        return _opened


def _asked(way: Way, job: Job | tuple[Call, ...]) -> Returned:
    try:
        return msgspec.json.decode(way.asked(msgspec.json.encode(job)), type=Returned)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        way.broken = True
        return Returned(stopped="What the code returned could not be read.", doubtful=True)


@cache
def _tried() -> str:
    """Containers may refuse namespaces even where the kernel has them: one try tells."""
    call = Call(exercise="try", function="echo", texts={"one": "1"})
    job = Job(cells=("def echo(text): return text",), calls=(call,), name="", article="")
    with _door().way() as way:
        returned = _asked(way, job)
    why = returned.no_wall or returned.stopped
    return f"the wall could not be built here: {why}" if why else ""
