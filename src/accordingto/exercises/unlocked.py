"""What was just written, looked at again, for where no lock keeps two kernels apart.

In a browser there are no locks, and two tabs are two kernels over one file. Each reads the whole
file, changes an entry and writes the whole: who read it a moment too early writes an older entry
over a newer one, and nobody hears of it. So a store remembers what it has written in the last
seconds. Where the file has one of the states before that again, it is put back; where another
answer stands there that was given by somebody else, one's own is kept beside it and offered. So
nothing is lost. At worst an answer is offered that its reader has replaced on purpose.

That a kernel stood still between reading and writing for longer than these seconds is not met.
"""

from __future__ import annotations

import time
from typing import NamedTuple

import msgspec

from accordingto.exercises.entries import Attempt, Entry

SECONDS = 5.0  # a change takes milliseconds, and somebody looks every second
DISPLACED = "displaced"


class _Change(NamedTuple):
    earlier: tuple[Entry | None, ...]
    after: Entry
    is_answer: bool  # and not only something beside the answer of somebody else
    until: float


class Recent:
    """The changes of the last seconds, by exercise."""

    def __init__(self) -> None:
        self._changes: dict[str, _Change] = {}

    def __bool__(self) -> bool:
        return bool(self._changes)

    def note(self, before: dict[str, Entry], after: dict[str, Entry]) -> None:
        """Remember what was just written, over what."""
        until = time.monotonic() + SECONDS
        for exercise, entry in after.items():
            if entry != (stood := before.get(exercise)):
                known = self._changes.get(exercise)
                earlier = (*known.earlier, known.after, stood) if known else (stood,)
                is_mine = bool(known and known.is_answer and known.after.version == entry.version)
                is_answer = is_mine or stood is None or stood.version != entry.version
                self._changes[exercise] = _Change(earlier, entry, is_answer, until)

    def mended(self, exercises: dict[str, Entry]) -> dict[str, Entry]:
        """What the file has, with whatever of these changes it has lost."""
        now = time.monotonic()
        self._changes = {name: one for name, one in self._changes.items() if one.until > now}
        here = {name: _mended(exercises.get(name), one) for name, one in self._changes.items()}
        return {**exercises, **here}


def _mended(there: Entry | None, change: _Change) -> Entry:
    """The entry that counts: the one before is gone on from, any other is added to."""
    after = change.after
    if there is None or there in change.earlier:
        return after
    attempts = list(after.attempts)
    if change.is_answer and after.answer != there.answer:
        attempts.append(
            Attempt(did=DISPLACED, answer=after.answer, at=after.at, edit=after.version)
        )
    known = [(one.edit, one.answer) for one in there.attempts]
    lost = tuple(one for one in attempts if (one.edit, one.answer) not in known)
    return msgspec.structs.replace(there, attempts=(*there.attempts, *lost)) if lost else there
