"""What a student says beside an answer: a mark of their own, a reading of their own, a new start.

It is kept among the attempts, under names that no score reads, so that it travels with the answer
file and stays apart from what a teacher gives.
"""

from __future__ import annotations

from typing import Any

import msgspec

from accordingto.exercises.answers import now
from accordingto.exercises.entries import Attempt, Entry
from accordingto.exercises.kinds.free_text import FreeText
from accordingto.exercises.question import AnswerError, Question
from accordingto.exercises.sheet import digest

MARKED, OTHERWISE, EARLIER = "marked", "otherwise", "earlier "
_COUNTED = ("predict", "vote", "check", "show", MARKED)
LONGEST = 2_000  # letters of a reason


def marked(question: Question[Any], entry: Entry, marks: str) -> Entry:
    """Returns the entry with the text in hand marked by its own writer against the rubric.

    Raises AnswerError for what has no rubric, or for marks that are no level of it.
    """
    levels = [str(level.marks) for level in rubric_of(question)]
    if marks not in levels:
        raise AnswerError(f"exercise {question.id}: expected one of {levels}, got {marks!r}")
    return _with(entry, MARKED, marks)


def own_mark(entry: Entry | None) -> int | None:
    """The marks that a student gave to the text as it is now; None for another text, or none."""
    found = _last(entry, MARKED)
    return int(found.note) if found and entry and found.answer == entry.answer else None


def rubric_of(question: Question[Any]) -> list[Any]:
    """The levels of a written answer, the highest first; none of another kind."""
    levels = question.rubric if isinstance(question, FreeText) else ()
    return sorted(levels, key=lambda level: -level.marks)


def read_otherwise(entry: Entry, reason: str) -> Entry:
    """Returns the entry with a reason against the key; without words it is taken back."""
    words = reason.strip()[:LONGEST]
    if words == reason_of(entry):
        return entry
    without = tuple(one for one in entry.attempts if one.did != OTHERWISE)
    entry = msgspec.structs.replace(entry, attempts=without)
    return _with(entry, OTHERWISE, words) if words else entry


def reason_of(entry: Entry | None) -> str:
    """The reason that was noted against the key, or nothing."""
    found = _last(entry, OTHERWISE)
    return found.note if found else ""


def begun_again(question: Question[Any], entry: Entry, edit: str) -> Entry:
    """Returns the entry as at the first time, with an empty answer given by `edit`.

    Nothing is lost: what was done before is kept, as `earlier check` and the like.
    """
    stood = Attempt(did=f"{EARLIER}answer", answer=entry.answer, at=entry.at)
    past = (*entry.attempts, stood)
    attempts = tuple(
        msgspec.structs.replace(one, did=EARLIER + one.did) if one.did in _COUNTED else one
        for one in past
    )
    empty = msgspec.to_builtins(question.begin())
    return Entry(digest=digest(question), answer=empty, at=now(), edit=edit, attempts=attempts)


def has_begun(entry: Entry | None) -> bool:
    """Whether there is something to start over from."""
    return entry is not None and any(one.did in _COUNTED for one in entry.attempts)


def first_check(entry: Entry | None) -> dict[str, Any] | None:
    """The answer that was checked first: what one saw before anything was told, or begun again."""
    attempts = entry.attempts if entry else ()
    checks = (one for one in attempts if one.did.removeprefix(EARLIER) == "check")
    return next((one.answer for one in checks), None)


def _with(entry: Entry, did: str, note: str) -> Entry:
    said = Attempt(did=did, answer=entry.answer, at=now(), note=note)
    return msgspec.structs.replace(entry, attempts=(*entry.attempts, said))


def _last(entry: Entry | None, did: str) -> Attempt | None:
    attempts = entry.attempts if entry else ()
    return next((one for one in reversed(attempts) if one.did == did), None)
