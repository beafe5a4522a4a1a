"""How far one has come in a lesson, out of what is kept: nothing is scored again for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from accordingto.exercises.answers import Entry
from accordingto.exercises.question import Question
from accordingto.exercises.sheet import Sheet


@dataclass(frozen=True)
class Progress:
    """The exercises of a lesson by how they stand; `at` is when something was last kept."""

    done: tuple[Question[Any], ...]
    to_do: tuple[Question[Any], ...]
    again: tuple[tuple[Question[Any], float], ...]
    at: str | None

    @classmethod
    def of(cls, sheet: Sheet, entries: Mapping[str, Entry]) -> Progress:
        """Done is what was checked, or only answered where work is graded.

        Worth another look is what earned less than all in the last check, where points are given.
        """
        kept = {one.id: entry for one in sheet if (entry := entries.get(one.id))}
        last = {exercise: last_check(entry) for exercise, entry in kept.items()}
        return cls(
            done=tuple(one for one in sheet if is_done(one, kept.get(one.id), sheet)),
            to_do=tuple(one for one in sheet if not is_done(one, kept.get(one.id), sheet)),
            again=tuple(
                (one, credit)
                for one in sheet
                if one.points and (credit := last.get(one.id)) is not None and credit < 1
            ),
            at=max((entry.at for entry in kept.values()), default=None),
        )


def is_done(question: Question[Any], entry: Entry | None, sheet: Sheet) -> bool:
    """Whether an answer was ever checked, or is there at all where work is graded."""
    if entry is None:
        return False
    if sheet.mode == "graded":
        return not question.untouched(question.answer(entry.answer))
    return any(one.did == "check" for one in entry.attempts)


def last_check(entry: Entry) -> float | None:
    """The credit of the last check; None without one, or where nothing is scored."""
    return next((one.credit for one in reversed(entry.attempts) if one.did == "check"), None)
