"""The answer file: all that one person answered in one notebook, with every earlier attempt.

It is written whole on every change, so that a kill at any moment leaves the old file or the new
one. Each entry bears the name of the edit that gave its answer: whoever changes it says which
edits it was shown, and what it was not shown is never replaced without a copy (see `edits`).
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import uuid4
from weakref import WeakSet

import msgspec

from accordingto.exercises.disk import held, sweep, write_whole
from accordingto.exercises.entries import Entry
from accordingto.exercises.unlocked import Recent

SCHEMA = 1
# Of all that keeps or shows answers here: messages of pages come on a thread beside a running cell.
# It is held until every follower was told, or the word of an older change could come last.
AT_WORK = threading.RLock()


class AnswerFile(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file."""

    notebook: str
    schema: int = SCHEMA
    exercises: dict[str, Entry] = {}


Kept = TypeVar("Kept", Entry, Entry | None)


class Follower(Protocol):
    """A view of the kept answers, told of every change."""

    def follow(self, entries: Mapping[str, Entry]) -> None:
        """Show these entries, which are all there are now."""


class _Place:
    """State that all stores of one file share in this process."""

    def __init__(self) -> None:
        self.followers: WeakSet[Follower] = WeakSet()
        self.told: tuple[int, ...] | None = None  # the stamp of what they know
        self.recent = Recent()  # of what was written where no lock keeps others away


_PLACES: defaultdict[Path, _Place] = defaultdict(_Place)


class AnswerStore:
    """The answer file of one notebook. What is on the disk counts, and is read each time.

    A notebook whose first cell was run again has two of these at work on one file, and another
    kernel may have one too. Followers are told of every change, by whichever store of this
    process; of another kernel's when somebody takes a `look`.

    `resolved` is its path without links, which stays what it is wherever a cell may go.

    A file that is none is set aside under another name, never overwritten; one that cannot be
    read at all stays where it is, and nothing is kept. `notice` then says so in a sentence.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.resolved = path.resolve()
        self.notice: str | None = None
        self._place = _PLACES[self.resolved]
        sweep(path)
        try:
            self._load()
        except OSError as error:
            self.notice = unsaved(path, error)

    def entry(self, exercise: str) -> Entry | None:
        """Returns the entry of an exercise, or None."""
        return self.entries().get(exercise)

    def entries(self) -> dict[str, Entry]:
        """All that is kept, by exercise; nothing where the file cannot be read."""
        with AT_WORK, suppress(OSError):
            return dict(self._load().exercises)
        return {}

    def change(self, exercise: str, changed: Callable[[Entry | None], Kept]) -> Kept:
        """Put what `changed` makes of an entry into the file, and the file onto the disk.

        `changed` may be asked twice, and None begins no entry. Raises OSError when the file cannot
        be read or written, and what `changed` raises; either leaves the file as it was.
        """
        kept: Kept

        def with_change(exercises: dict[str, Entry]) -> dict[str, Entry]:
            nonlocal kept
            kept = changed(exercises.get(exercise))
            return exercises if kept is None else {**exercises, exercise: kept}

        self._rewrite(with_change)
        return kept

    def set_aside(self, exercise: str) -> None:
        """Keep an entry that no longer fits its exercise under another name in the file."""

        def aside(exercises: dict[str, Entry]) -> dict[str, Entry]:
            entry = exercises.pop(exercise)
            return {**exercises, _free_key(f"{exercise} (until {entry.at})", exercises): entry}

        self._rewrite(aside)

    def join(self, follower: Follower) -> None:
        """Tell a follower, for as long as it lives, whenever something has changed."""
        self._place.followers.add(follower)

    @property
    def is_followed(self) -> bool:
        """Whether there is anybody to tell."""
        return bool(self._place.followers)

    def look(self) -> None:
        """Tell the followers what another kernel has written since they were last told.

        What it has written over is put back first, where no lock could prevent that. There the
        file is read for some seconds whatever its stamp is: between a change and the look at its
        stamp another kernel may have written.
        """
        with AT_WORK:
            if (stamp := self._stamp()) != self._place.told or self._place.recent:
                with suppress(OSError):
                    if self._place.recent:
                        self._changed(lambda exercises: exercises)
                self._place.told = stamp
                self._tell(self.entries())

    def _rewrite(self, change: Callable[[dict[str, Entry]], dict[str, Entry]]) -> None:
        with AT_WORK:
            exercises = self._changed(change)
            while exercises is None:
                exercises = self._changed(change)
            self._tell(exercises)

    def _changed(
        self, change: Callable[[dict[str, Entry]], dict[str, Entry]]
    ) -> dict[str, Entry] | None:
        """The file's present record; None if another kernel began the file in the same moment."""
        is_new = self._stamp() is None  # asked first: where nothing was, nothing could be held
        with held(self.path) as is_locked:
            file = self._load()
            exercises = change(self._place.recent.mended(file.exercises))
            if exercises == file.exercises:
                self._place.told = self._stamp()
                return exercises
            data = msgspec.json.encode(msgspec.structs.replace(file, exercises=exercises))
            try:
                write_whole(self.path, msgspec.json.format(data, indent=1), new=is_new)
            except FileExistsError:
                if self._stamp() is None:
                    raise  # what is there is not the file, but something in the folder's place
                return None
            if not is_locked:
                self._place.recent.note(file.exercises, exercises)
            self._place.told = self._stamp()
            return exercises

    def _tell(self, entries: Mapping[str, Entry]) -> None:
        for follower in list(self._place.followers):
            follower.follow(entries)

    def _stamp(self) -> tuple[int, ...] | None:
        """A fingerprint that changes with the file; None without a file."""
        try:
            now = self.path.stat()
        except OSError:
            return None
        return now.st_ino, now.st_mtime_ns, now.st_size

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


def read_entries(path: Path) -> dict[str, Entry]:
    """The entries of a file; none of one that cannot be read, which its own lesson reports."""
    try:
        return read_answers(path.read_bytes()).exercises
    except (OSError, ValueError):
        return {}


def unsaved(path: Path, error: OSError) -> str:
    """Advice for when the disk, and not the kernel, prevents saving."""
    return (
        f"Your answers cannot be kept in {path} ({error.strerror or error}). "
        "Make room there, or ask for the right to write there, and answer again."
    )


def now() -> str:
    """The time for an entry, to the second, with its zone."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def moment(at: str) -> datetime | None:
    """Returns a time that was kept; None where a file has something else there."""
    try:
        time = datetime.fromisoformat(at)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def fresh_edit() -> str:
    """A name for an edit that no view has made."""
    return uuid4().hex


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
