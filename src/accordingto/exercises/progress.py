"""Progress in a lesson, read from the kept answers: nothing is scored again for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from accordingto.exercises.entries import Entry
from accordingto.exercises.question import Question
from accordingto.exercises.sheet import Sheet


@dataclass(frozen=True)
class Progress:
    """The exercises of a lesson by how they stand; `at` is when something was last kept."""

    done: tuple[Question[Any], ...]
    shown: tuple[Question[Any], ...]
    to_do: tuple[Question[Any], ...]
    again: tuple[tuple[Question[Any], float], ...]
    at: str | None

    @property
    def all(self) -> int:
        """How many exercises the lesson has."""
        return len(self.done) + len(self.shown) + len(self.to_do)

    @classmethod
    def of(cls, sheet: Sheet, entries: Mapping[str, Entry]) -> Progress:
        """Done is what was checked, or only answered where work is graded.

        Shown is that of which one asked for the answer before having found it.
        Worth another look is what earned less than all in the last check, where points are given.
        """
        kept = {one.id: entry for one in sheet if (entry := entries.get(one.id))}
        seen = {name for name, entry in kept.items() if was_shown(entry)}
        done = {
            one.id for one in sheet if one.id not in seen and is_done(one, kept.get(one.id), sheet)
        }
        last = {exercise: last_check(entry) for exercise, entry in kept.items()}
        return cls(
            done=tuple(one for one in sheet if one.id in done),
            shown=tuple(one for one in sheet if one.id in seen),
            to_do=tuple(one for one in sheet if one.id not in done | seen),
            again=tuple(
                (one, credit)
                for one in sheet
                if one.points and (credit := last.get(one.id)) is not None and credit < 1
            ),
            at=max((entry.at for entry in kept.values()), default=None),
        )


def is_done(question: Question[Any], entry: Entry | None, sheet: Sheet) -> bool:
    """Whether an answer was ever checked, or is there at all where work is graded.

    Of a text, one counts that is as long as was asked, and quotes.
    """
    if entry is None:
        return False
    if sheet.mode == "graded":
        return not question.untouched(question.answer(entry.answer))
    checks = [one for one in entry.attempts if one.did == "check"]
    if not question.unscored:
        return bool(checks)
    material = sheet.material(question)
    return any(question.complete(question.answer(one.answer), material) for one in checks)


def was_shown(entry: Entry) -> bool:
    """Whether the answer was asked for, and not found before that."""
    did = [one.did for one in entry.attempts]
    before = entry.attempts[: did.index("show")] if "show" in did else entry.attempts
    return len(before) < len(did) and not any(one.credit == 1 for one in before)


def last_check(entry: Entry) -> float | None:
    """The credit of the last check; None without one, or where nothing is scored."""
    return next((one.credit for one in reversed(entry.attempts) if one.did == "check"), None)
