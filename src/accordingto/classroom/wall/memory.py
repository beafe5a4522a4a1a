"""How much memory all processes of a submission hold together.

A limit of the kernel's is of one process at a time, and a group of control is rarely a grader's to
make; so the warden looks, again and again, and whoever holds too much is stopped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_KILOBYTE, _PAGE = 1 << 10, 1 << 12
_COUNTED = ("Pss:", "SwapPss:")  # what several share counts once over all of them


def held_by(process: int) -> int:
    """The bytes that a process, and all that it started, hold; 0 where there is no /proc."""
    return sum(map(_held, _family(process)))


def children(process: int) -> list[int]:
    """The living children of a process, started by any of its threads."""
    found: list[int] = []
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found += map(int, listed.read_text().split())
        except OSError:  # it ended just now
            continue
    return found


def _family(process: int) -> Iterator[int]:
    yield process
    for child in children(process):
        yield from _family(child)


def _held(process: int) -> int:
    place = Path(f"/proc/{process}")
    try:
        lines = (place / "smaps_rollup").read_text().splitlines()
    except PermissionError:  # it hides what it shares, and so all of it is its own
        return _resident(place)
    except OSError:  # it ended just now
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(_COUNTED)) * _KILOBYTE


def _resident(place: Path) -> int:
    try:
        return int((place / "statm").read_text().split()[1]) * _PAGE
    except OSError:
        return 0
