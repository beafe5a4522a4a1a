"""A folder that is followed: the class reading anew, as soon as an answer is saved there.

The page is a file, and stays one: no port is opened and no server has to run, it can lie on a
shared disk, and a second one can be opened elsewhere. Beside it lies a small script that holds its
sections as they are now; the open page loads it again and again, as a page from a disk may, and
puts in what has changed, so that what is open stays open. To load the whole page anew would lose
that, and would flicker with each answer of thirty.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

from accordingto.classroom.room.class_reading import ClassReading
from accordingto.classroom.room.page import ClassPage
from accordingto.classroom.room.respondents import Fault, Kept, Respondents
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole

LOOK = 0.3  # seconds from one look at the folder to the next
Stamp = tuple[str, int, int, int]


def readings(
    folder: Path, sheet: Sheet, content: Content, look: float = LOOK
) -> Iterator[tuple[ClassReading, list[Fault]]]:
    """Yield the class as it is, and again whenever a file of the folder has changed, without end.

    `look` is in seconds. Only what has changed is read anew.
    """
    kept: Kept = {}
    seen: list[Stamp] | None = None
    while True:
        if (now := _stamps(folder)) == seen:
            time.sleep(look)
            continue
        seen = now
        whole = ClassReading(sheet)
        yield whole, whole.take(Respondents(folder, sheet.lesson, content, kept))


class FollowedPage:
    """A page on the disk, and beside it the script by which an open one follows."""

    def __init__(self, path: Path) -> None:
        self.path, self._updates = path, path.with_name(f"{path.stem}.now.js")

    def write(self, page: ClassPage, words: str) -> None:
        """Write both, each whole; `words` are said to who listens to the page."""
        said = json.dumps([page.version, page.sections, words])
        write_whole(self._updates, f"classUpdate(...{said});\n".encode())
        write_whole(self.path, page.html(self._updates.name).encode())

    def end(self, page: ClassPage) -> None:
        """Leave the page as it is last, as one that follows nothing."""
        write_whole(self.path, page.html().encode())
        self._updates.unlink(missing_ok=True)


def _stamps(folder: Path) -> list[Stamp]:
    """What changes with any answer file or zip below a folder."""
    found = []
    for place, _, files in os.walk(folder):
        for name in files:
            if name.lower().endswith((".json", ".zip")) and not name.startswith("."):
                try:
                    now = Path(place, name).lstat()
                except OSError:
                    continue  # gone in this moment
                found.append((f"{place}/{name}", now.st_ino, now.st_mtime_ns, now.st_size))
    return sorted(found)
