"""The wall: a student's code runs in a process of its own, and only values come out of it.

The grader starts one *doorkeeper*, a process that has loaded what lessons use and holds no key.
For every submission it forks a child, and the child goes behind the wall: no network, no other
process to see, nothing to write but its own scratch folder, nothing to read but Python itself,
with limits of memory, time, processes and output. When the time is over, all of it is killed.
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

from accordingto.classroom import landlock

SECONDS = 20
MEMORY = 2 << 30  # bytes of address space, with what the doorkeeper has loaded
OUTPUT = 4 << 20  # bytes that may come back
FILES = 10 << 20  # bytes a file may grow to
PROCESSES = 32
_AT_THE_DOOR = threading.Lock()  # a Dask worker has threads, and one answer follows one job
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
    """Values and errors of each exercise by case; or why there are none, in a sentence."""

    values: dict[str, dict[str, Any]] = {}
    errors: dict[str, dict[str, str]] = {}
    stopped: str = ""


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
    """What a submission's functions return. Raises NoWall where a wall is wanted and none is."""
    if job.walled and (why := why_no_wall()):
        raise NoWall(why)
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


def close() -> None:
    """End the doorkeeper; the next run starts another."""
    if _doorkeeper.cache_info().currsize:
        keeper = _doorkeeper()
        _doorkeeper.cache_clear()
        keeper.kill()
        keeper.communicate()


@cache
def _doorkeeper() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "accordingto.classroom.doorkeeper"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(sys.executable).parent,
        env={**os.environ, **dict.fromkeys(_ONE_THREAD, "1")},
    )


@cache
def _tried() -> str:
    """Containers may refuse namespaces even where the kernel has them: one try tells."""
    call = Call(exercise="try", function="echo", texts={"one": "1"})
    job = Job(cells=("def echo(text): return text",), calls=(call,), name="", article="")
    keeper_says = _once(job)
    return "" if keeper_says.values else f"the wall could not be built here: {keeper_says.stopped}"


def _once(job: Job) -> Returned:
    done = subprocess.run(
        [sys.executable, "-m", "accordingto.classroom.doorkeeper"],
        input=msgspec.json.encode(job) + b"\n",
        capture_output=True,
        check=False,
    )
    try:
        return msgspec.json.decode(done.stdout, type=Returned)
    except msgspec.DecodeError:
        return Returned(stopped=done.stderr.decode(errors="replace").strip()[-300:])
