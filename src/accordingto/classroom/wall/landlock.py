"""Landlock, the kernel's own fence, by its three system calls; no library wraps them."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

from accordingto.classroom.wall.libc import checked, libc

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_OF_A_FILE = _EXECUTE | 1 << 1 | _READ_FILE | 1 << 14  # write, truncate
_OLDEST = 3  # the first that can forbid truncating a file
_NO_NEW_PRIVILEGES = 38
_FENCE = "no fence around the files"


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def version() -> int:
    """The version that the kernel offers; 0 if it is not sufficient."""
    try:
        offered = int(libc.syscall(_CREATE, None, 0, 1))
    except AttributeError:  # no such function in the C library of this system
        return 0
    return offered if offered >= _OLDEST else 0


def enter(readable: Iterable[Path], writable: Iterable[Path]) -> None:
    """Put this process, and all that it starts, behind the fence for good.

    What lies beneath these paths can be read, or written too; nothing else can be opened.
    """
    ruleset = _ruleset(readable, writable)
    checked(libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0), _FENCE)
    checked(libc.syscall(_RESTRICT, ruleset, 0), _FENCE)
    os.close(ruleset)


def _ruleset(readable: Iterable[Path], writable: Iterable[Path]) -> int:
    offered = version()
    everything = (1 << (16 if offered >= 5 else 15)) - 1
    rules = _Ruleset(everything, 3 if offered >= 4 else 0, 3 if offered >= 6 else 0)
    size = 24 if offered >= 6 else 16 if offered >= 4 else 8
    ruleset = checked(libc.syscall(_CREATE, ctypes.byref(rules), size, 0), _FENCE)
    for paths, rights in ((readable, _READ), (writable, everything)):
        for path in paths:
            _add(ruleset, path, rights)
    return ruleset


def _add(ruleset: int, path: Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)  # type: ignore[attr-defined, unused-ignore]
    except OSError:
        return
    try:
        allowed = rights if path.is_dir() else rights & _OF_A_FILE
        checked(libc.syscall(_ADD, ruleset, 1, ctypes.byref(_Beneath(allowed, place)), 0), _FENCE)
    finally:
        os.close(place)
