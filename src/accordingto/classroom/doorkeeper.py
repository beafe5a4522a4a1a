"""The process that forks a child for every submission, and clears away what is left of it.

It reads jobs, one a line, and writes what came back, one a line. It never sees a key.
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

import msgspec

from accordingto.classroom import inside, landlock
from accordingto.classroom.wall import OUTPUT, Job, Returned

_SUBREAPER = 36
_TOO_LONG = Returned(stopped="The code ran too long and was stopped.")
_TOO_MUCH = Returned(stopped="The code returned too much and was stopped.")
_NOTHING = Returned(stopped="The code ended the program before its functions could be called.")


def main() -> None:
    """Serve jobs until there are no more."""
    inside.preload()
    if sys.platform == "linux":  # orphans of a child become ours, so that they can be killed
        landlock.libc.prctl(_SUBREAPER, ctypes.c_ulong(1), 0, 0, 0)
    for line in sys.stdin.buffer:
        returned = serve(msgspec.json.decode(line, type=Job))
        sys.stdout.buffer.write(msgspec.json.encode(returned) + b"\n")
        sys.stdout.buffer.flush()


def serve(job: Job) -> Returned:
    """Run one job in a child; nothing of the child is left when this returns."""
    scratch = Path(tempfile.mkdtemp(prefix="accordingto-wall-"))
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        inside.main(job, scratch, writing)
    os.close(writing)
    try:
        return _heard(reading, time.monotonic() + job.seconds)
    finally:
        os.close(reading)
        _end(child)
        shutil.rmtree(scratch, ignore_errors=True)


def _heard(pipe: int, until: float) -> Returned:
    data = b""
    while (left := until - time.monotonic()) > 0:
        if not select.select([pipe], [], [], left)[0]:
            break
        piece = os.read(pipe, 1 << 16)
        data += piece
        if len(data) > OUTPUT:
            return _TOO_MUCH
        if not piece or data.endswith(b"\n"):
            return _decoded(data)
    return _TOO_LONG


def _decoded(data: bytes) -> Returned:
    try:
        return msgspec.json.decode(data, type=Returned)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _NOTHING


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
