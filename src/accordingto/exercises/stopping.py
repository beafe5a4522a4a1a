"""Stopping a function that does not end: its lines are counted, and now and then the clock is read.

It needs no signal, no thread and no process, which Python in a browser does not have. It cannot
stop one long step that is not written in Python, such as a search by a pattern that backtracks,
nor a function that catches everything without saying what.
"""

from __future__ import annotations

import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dis import get_instructions, hasjabs, hasjrel
from functools import cache
from types import CodeType, FrameType
from typing import Any

BETWEEN_LOOKS = 1000  # lines: to read the clock takes as long as a line
_JUMPS = frozenset((*hasjrel, *hasjabs))
_LIBRARIES = tuple(sysconfig.get_paths()[name] for name in ("stdlib", "purelib", "platlib"))


class NotEnded(BaseException):
    """A function had not ended in its time. No `except Exception` of its own takes this for its."""

    def __init__(self, seconds: float, line: int) -> None:
        super().__init__(
            f"It had not ended after {seconds:g} seconds and was stopped, at line {line} of its "
            "cell. Is there a loop in it that nothing ends?"
        )


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Raise NotEnded inside, once what runs has taken so long.

    Where a debugger traces already, it is left alone, and nothing is stopped.
    """
    if sys.gettrace() is not None:
        yield
        return
    sys.settrace(_counter(seconds))
    try:
        yield
    finally:
        sys.settrace(None)


def _counter(seconds: float) -> Callable[[FrameType, str, Any], Any]:
    until = time.monotonic() + seconds
    lines = 0

    def count(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        if event == "call":
            if _is_library(frame.f_code.co_filename):
                return None  # its lines are not counted, so that it is as fast as ever
            frame.f_trace_opcodes = _stands_still(frame.f_code)
        lines += 1
        if lines % BETWEEN_LOOKS == 0 and time.monotonic() > until:
            raise NotEnded(seconds, frame.f_lineno)
        return count

    return count


@cache
def _stands_still(code: CodeType) -> bool:
    """Whether a step leads to itself, as `while True: pass` on one line does: no line is told."""
    return any(
        step.opcode in _JUMPS and step.argval == step.offset for step in get_instructions(code)
    )


@cache
def _is_library(file: str) -> bool:
    return file.startswith(("<frozen", *_LIBRARIES))
