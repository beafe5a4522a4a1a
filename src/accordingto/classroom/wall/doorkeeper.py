"""The process that forks a warden for every job; the warden keeps one child, and clears away after.

A child is a copy of the process that it was forked from, and code can look through all of it. So
the doorkeeper itself reads no job and hears no result: what one submission was or returned is in
a warden of its own, and ends with it. None of them ever sees a key.
"""

from __future__ import annotations

import ctypes
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import NoReturn

import msgspec

from accordingto.classroom.wall import OUTPUT, Job, Returned, inside, namespaces
from accordingto.classroom.wall.libc import libc

_SUBREAPER = 36  # of prctl
_TOO_LONG = Returned(stopped="The code ran too long and was stopped.")
_TOO_MUCH = Returned(stopped="The code returned too much and was stopped.")
_NOTHING = Returned(stopped="The code ended the program before its functions could be called.")


def main() -> None:
    """Have jobs served, one a line, until there are no more."""
    inside.preload()
    lifeline, held = os.pipe()  # it breaks when this process ends
    served = True
    while served:
        select.select([sys.stdin], [], [])
        warden = os.fork()
        if not warden:
            os.close(held)
            _warden(lifeline)
        served = os.waitpid(warden, 0)[1] == 0


def _warden(lifeline: int) -> NoReturn:
    """Read a job, serve it, write what came back as one line; fail where there is none."""
    try:
        if sys.platform == "linux":  # orphans of a child become ours, so that they can be killed
            libc.prctl(_SUBREAPER, ctypes.c_ulong(1), 0, 0, 0)
        if line := sys.stdin.buffer.readline():
            returned = _served(msgspec.json.decode(line, type=Job), lifeline)
            sys.stdout.buffer.write(msgspec.json.encode(returned) + b"\n")
            sys.stdout.buffer.flush()
            os._exit(0)
    finally:
        os._exit(1)


def _served(job: Job, lifeline: int) -> Returned:
    """Run one job in a child; nothing of the child is left when this returns."""
    try:
        scratch = Path(tempfile.mkdtemp(prefix="accordingto-wall-"))
        if job.walled:
            namespaces.leave()
        reading, writing = os.pipe()
        child = os.fork()
    except OSError as error:
        return Returned(no_wall=str(error))
    if not child:
        os.close(reading)
        os.close(lifeline)
        inside.main(job, scratch, writing)
    os.close(writing)
    try:
        return _heard(reading, lifeline, time.monotonic() + job.seconds)
    finally:
        _end(child)
        shutil.rmtree(scratch, ignore_errors=True)


def _heard(pipe: int, lifeline: int, until: float) -> Returned:
    """Two lines: why there is no wall, empty where it stands; then what was returned."""
    data = b""
    while (left := until - time.monotonic()) > 0:
        ready = select.select([pipe, lifeline], [], [], left)[0]
        if pipe not in ready:
            break
        piece = os.read(pipe, 1 << 16)
        data += piece
        if len(data) > OUTPUT:
            return _TOO_MUCH
        if not piece or data.count(b"\n") > 1:
            return _decoded(data)
    return _TOO_LONG if data else Returned(no_wall="it took too long")


def _decoded(data: bytes) -> Returned:
    why, line, said = data.partition(b"\n")
    if why or not line:
        return Returned(no_wall=why.decode(errors="replace") or "its process was ended")
    try:
        told = msgspec.json.decode(said, type=inside.Said)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _NOTHING
    return Returned(values=told.values, errors=told.errors)


def _end(child: int) -> None:
    """Kill the child's group, then whatever it left behind, which has become our own child."""
    for kill in (os.killpg, os.kill):
        try:
            kill(child, signal.SIGKILL)
        except OSError:
            continue
    while True:
        for orphan in _children():
            os.kill(orphan, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _children() -> list[int]:
    try:
        listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    except OSError:
        return []
    return [int(number) for number in listed.split()]


if __name__ == "__main__":
    main()
