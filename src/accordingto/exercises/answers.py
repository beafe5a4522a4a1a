"""The answer file: all that one person answered in one notebook, with every earlier attempt.

It is written whole on every change: a temporary file in the same folder, flushed to the disk,
then put in place of the old one, so that a kill at any moment leaves one or the other.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

SCHEMA = 1
STALE_SECONDS = 60
_AT_WORK = threading.Lock()  # of every store: two may be at one file


class Attempt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer at the moment something was done with it: `predict`, `vote`, `check`, `show`."""

    did: str
    answer: dict[str, Any]
    at: str
    credit: float | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept of one exercise. `digest` is that of the exercise when it was answered."""

    digest: str
    answer: dict[str, Any]
    at: str
    attempts: tuple[Attempt, ...] = ()


class AnswerFile(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file."""

    notebook: str
    schema: int = SCHEMA
    exercises: dict[str, Entry] = {}


class AnswerStore:
    """The answer file of one notebook. What is on the disk counts, and is read each time.

    A notebook whose first cell was run again has two of these at work on one file.
    A file that is none is set aside under another name, never overwritten; one that cannot be
    read at all stays where it is, and nothing is kept. `notice` then says so in a sentence.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice: str | None = None
        _sweep(path)
        try:
            self._load()
        except OSError as error:
            self.notice = unsaved(path, error)

    def entry(self, exercise: str) -> Entry | None:
        """What is kept of an exercise, if anything."""
        return self.entries().get(exercise)

    def entries(self) -> dict[str, Entry]:
        """All that is kept, by exercise; nothing where the file cannot be read."""
        with _AT_WORK, suppress(OSError):
            return dict(self._load().exercises)
        return {}

    def change(self, exercise: str, changed: Callable[[Entry | None], Entry]) -> Entry:
        """Put what `changed` makes of an entry into the file, and the file onto the disk.

        Raises OSError when the file cannot be read or written, and what `changed` raises; either
        leaves the file as it was.
        """
        with _AT_WORK:
            file = self._load()
            entry = changed(file.exercises.get(exercise))
            self._write(file, {**file.exercises, exercise: entry})
        return entry

    def set_aside(self, exercise: str) -> None:
        """Keep an entry that no longer fits its exercise under another name in the file."""
        with _AT_WORK:
            file = self._load()
            exercises = dict(file.exercises)
            entry = exercises.pop(exercise)
            name = _free_key(f"{exercise} (until {entry.at})", exercises)
            self._write(file, {**exercises, name: entry})

    def _write(self, file: AnswerFile, exercises: dict[str, Entry]) -> None:
        file = msgspec.structs.replace(file, exercises=exercises)
        write_whole(self.path, msgspec.json.format(msgspec.json.encode(file), indent=1))

    def _load(self) -> AnswerFile:
        try:
            return read_answers(self.path.read_bytes())
        except FileNotFoundError:
            return AnswerFile(notebook=self.path.stem)
        except ValueError as error:
            aside = _free_name(self.path)
            self.path.replace(aside)
            self.notice = (
                f"Your answer file could not be read ({error}). "
                f"It was kept as {aside.name}; a new one begins here."
            )
            return AnswerFile(notebook=self.path.stem)


def read_answers(data: bytes) -> AnswerFile:
    """An answer file out of its bytes. Raises ValueError with one sentence."""
    try:
        file = msgspec.json.decode(data, type=AnswerFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error) or "it is nested too deep") from None
    if file.schema != SCHEMA:
        raise ValueError(f"its schema is {file.schema}, and this kit reads {SCHEMA}")
    return file


def unsaved(path: Path, error: OSError) -> str:
    """What to do where the disk, and not the kernel, keeps an answer from being saved."""
    return (
        f"Your answers cannot be kept in {path} ({error.strerror or error}). "
        "Make room there, or ask for the right to write there, and answer again."
    )


def now() -> str:
    """The time for an entry, to the second, with its zone."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at any moment it is the old one or the new one, whole.

    The OSError of a disk names this file, and not the temporary one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(temporary, path)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            error.filename = str(path)
        raise


def _put_in_place(temporary: Path, path: Path, tries: int = 20) -> None:
    """Windows refuses for a moment while a virus scanner or an editor holds the file."""
    for left in reversed(range(tries)):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(0.05)


def _sweep(path: Path) -> None:
    """Remove what a kill in the middle of a write left behind; a young one may be in use."""
    for stale in path.parent.glob(f".{path.name}.*.tmp"):
        with suppress(OSError):
            if time.time() - stale.stat().st_mtime > STALE_SECONDS:
                stale.unlink()


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.unreadable-{number}{path.suffix}")).exists():
        number += 1
    return aside


def _free_key(name: str, taken: dict[str, Entry]) -> str:
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free
