"""The process that loads once, and forks a warden for every job; a warden keeps one child.

A child is a copy of the process that it was forked from, and code can look through all of it. So
the doorkeeper reads no job and hears no result, nor does a porter, which stands on each way to
it: what one submission was or returned is in a warden of its own, and ends with it. None of them
ever sees a key.
"""

from __future__ import annotations

import ctypes
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NoReturn

import msgspec

from accordingto.classroom.wall import Job, Returned, heard, inside, namespaces
from accordingto.classroom.wall.libc import libc
from accordingto.classroom.wall.memory import children

_SUBREAPER = 36  # of prctl


def main(ways: Sequence[str]) -> None:
    """Have jobs served, one a line on each of the `ways`, until there are no more.

    A way is the number of the pipe that jobs come from, a comma, and of that which answers go to.
    """
    inside.preload()
    lifeline, held = os.pipe()  # it breaks when this process ends
    pipes = [tuple(map(int, way.split(","))) for way in ways]
    for reading, writing in pipes:
        if not os.fork():
            os.dup2(reading, sys.stdin.fileno())
            os.dup2(writing, sys.stdout.fileno())
            for end in (held, *chain(*pipes)):
                os.close(end)
            _porter(lifeline)
    for end in chain(*pipes):
        os.close(end)
    for _ in pipes:
        os.wait()


def _porter(lifeline: int) -> NoReturn:
    """Have a warden serve each job that comes on one way, for as long as they do so."""
    served = True
    while served:
        select.select([sys.stdin], [], [])
        if not (warden := os.fork()):
            _warden(lifeline)
        served = os.waitpid(warden, 0)[1] == 0
    os._exit(0)


def _warden(lifeline: int) -> NoReturn:
    """Read a job, serve it, write what came back as one line; fail without a job."""
    try:
        if sys.platform == "linux":  # orphans of a child become ours, so that they can be killed
            libc.prctl(_SUBREAPER, ctypes.c_ulong(1), 0, 0, 0)
        if line := sys.stdin.buffer.readline():
            _serve(msgspec.json.decode(line, type=Job), lifeline)
            os._exit(0)
    finally:
        os._exit(1)


def _serve(job: Job, lifeline: int) -> None:
    """Run one job in a child; nothing of the child is left when this returns.

    What is to be called afterwards is read when the first calls have returned, and not before:
    the child is a copy of this process.
    """
    try:
        scratch = Path(tempfile.mkdtemp(prefix="accordingto-wall-"))
        if job.walled:
            namespaces.leave()
        (reading, writing), (hearing, asking) = os.pipe(), os.pipe()
        child = os.fork()
    except OSError as error:
        _answer(Returned(no_wall=str(error)))
        return
    if not child:
        for end in (reading, asking, lifeline):
            os.close(end)
        inside.main(job, scratch, writing, hearing)
    os.close(writing)
    os.close(hearing)
    try:
        output = heard.Heard(child, reading, lifeline)
        returned = output.first(job.seconds)
        _answer(_weighed(returned, child, job.seconds))
        if returned.waits and (line := sys.stdin.buffer.readline()):
            _tell(asking, line, time.monotonic() + job.seconds)
            _answer(_weighed(output.later(job.seconds), child, job.seconds))
    finally:
        _end(child)
        shutil.rmtree(scratch, ignore_errors=True)


def _tell(asking: int, line: bytes, until: float) -> None:
    """Write the child's input; a child that ended or does not read causes no delay."""
    os.set_blocking(asking, False)
    while line and select.select([], [asking], [], max(0.0, until - time.monotonic()))[1]:
        try:
            line = line[os.write(asking, line) :]
        except OSError:
            return


def _answer(returned: Returned) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(returned) + b"\n")
    sys.stdout.buffer.flush()


def _weighed(returned: Returned, child: int, seconds: float) -> Returned:
    """The same, doubtful where the code was stopped and the system may have done it.

    Out of memory, it ends a process without a word; and of code that ran too long but had less
    than half of that time for itself, nobody knows how long it would have run.
    """
    if returned not in (heard.NOTHING, heard.TOO_LONG):
        return returned
    _end(child)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    starved = used.ru_utime + used.ru_stime < seconds / 2
    return msgspec.structs.replace(returned, doubtful=returned == heard.NOTHING or starved)


def _end(child: int) -> None:
    """Kill the child's group, then whatever it left behind, which has become our own child."""
    for kill in (os.killpg, os.kill):
        try:
            kill(child, signal.SIGKILL)
        except OSError:
            continue
    while True:
        for orphan in children(os.getpid()):
            os.kill(orphan, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


if __name__ == "__main__":
    main(sys.argv[1:])
