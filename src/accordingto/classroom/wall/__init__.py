"""The wall: a student's code runs in a process of its own, and only values come out of it.

The grader starts one *doorkeeper*, a process that has loaded what lessons use, and that never
holds a submission or a key. For every job it forks a *warden*, which reads the job, forks the
child that goes behind the wall, hears what it says, and clears away what is left of it.

Behind the wall there is no network, no server to call, no other process to see, nothing to read
but Python itself and nothing to write but a folder that is held in memory, with limits of memory,
time, processes and output. When the time is over, all of it is killed.

| module | holds |
|---|---|
| this one | what the grader calls |
| `doorkeeper` | the doorkeeper and its wardens |
| `inside` | the child: it builds the wall around itself, runs the cells, calls the functions |
| `readable`, `namespaces`, `landlock`, `libc` | what the wall is made of |
| `cells`, `calling` | running one cell, calling one function on its texts |
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from accordingto.classroom.wall import landlock

SECONDS = 20
MEMORY = 2 << 30  # bytes of address space, with what the doorkeeper has loaded
OUTPUT = 4 << 20  # bytes that may come back
FILES = 10 << 20  # bytes a file may grow to
DISK = 32 << 20  # bytes that all files together may grow to
PROCESSES = 16
_AT_THE_DOOR = threading.Lock()  # a Dask worker has threads, and one answer follows one job
_KEPT = ("HOME", "LANG", "LC_", "LD_", "MPL", "PATH", "PYTHON", "TMPDIR", "VIRTUAL_ENV")
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")  # a thread would not survive the fork


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A function to be called on each of the texts, by name of the case."""

    exercise: str
    function: str
    texts: dict[str, str]


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """The cells of a notebook, and what is to be called when they have run."""

    cells: tuple[str, ...]
    calls: tuple[Call, ...]
    name: str
    article: str
    forbidden: tuple[str, ...] = ()
    walled: bool = True
    seconds: float = SECONDS


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """Values and errors of each exercise by case; or why there are none, in a sentence.

    `stopped` is what the code did; `no_wall` is a fault of the system, and so nobody's.
    """

    values: dict[str, dict[str, Any]] = {}
    errors: dict[str, dict[str, str]] = {}
    stopped: str = ""
    no_wall: str = ""


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


def run(job: Job) -> Returned:
    """What a submission's functions return.

    Raises NoWall where a wall is wanted and the system has none, and OSError where the system
    fails at it this time.
    """
    if job.walled and (why := why_no_wall()):
        raise NoWall(why)
    returned = _asked(job)
    if returned.no_wall:
        raise OSError(f"the wall around students' code could not be built: {returned.no_wall}")
    return returned


def close() -> None:
    """End the doorkeeper; the next run starts another."""
    if _doorkeeper.cache_info().currsize:
        keeper = _doorkeeper()
        _doorkeeper.cache_clear()
        keeper.kill()
        keeper.communicate()


def _asked(job: Job) -> Returned:
    with _AT_THE_DOOR:
        try:
            return msgspec.json.decode(_served(job), type=Returned)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            close()
            return Returned(stopped="What the code returned could not be read.")


def _served(job: Job) -> bytes:
    keeper = _doorkeeper()
    assert keeper.stdin
    assert keeper.stdout
    try:
        keeper.stdin.write(msgspec.json.encode(job) + b"\n")
        keeper.stdin.flush()
        return keeper.stdout.readline()
    except OSError:
        return b""


@cache
def _doorkeeper() -> subprocess.Popen[bytes]:
    """Of the environment, which may hold secrets, it has only what Python itself needs."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(_KEPT)}
    return subprocess.Popen(
        [sys.executable, "-m", "accordingto.classroom.wall.doorkeeper"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(sys.executable).parent,
        env={**kept, **dict.fromkeys(_ONE_THREAD, "1")},
        start_new_session=True,  # Ctrl-C is the grader's to hear
    )


@cache
def _tried() -> str:
    """Containers may refuse namespaces even where the kernel has them: one try tells."""
    call = Call(exercise="try", function="echo", texts={"one": "1"})
    job = Job(cells=("def echo(text): return text",), calls=(call,), name="", article="")
    returned = _asked(job)
    why = returned.no_wall or returned.stopped
    return f"the wall could not be built here: {why}" if why else ""
