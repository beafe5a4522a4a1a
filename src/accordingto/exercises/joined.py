"""Two answers to one exercise, given in two places, made into one entry that loses neither."""

from __future__ import annotations

from typing import Any

import msgspec

from accordingto.exercises.answers import moment
from accordingto.exercises.entries import Attempt, Entry

EARLIER = "superseded"  # kept among the tries, and not offered: mostly it was gone on from


def joined(here: Entry | None, brought: Entry) -> Entry:
    """The later answer, with all that was tried in both places, the other answer among it.

    To join the same one again changes nothing.
    """
    if here is None:
        return brought
    later, other = (brought, here) if _at(brought) > _at(here) else (here, brought)
    stood = Attempt(did=EARLIER, answer=other.answer, at=other.at, edit=other.version)
    kept = list(later.attempts)
    for one in (*other.attempts, *([stood] if other.answer != later.answer else [])):
        if _key(one) not in map(_key, kept):  # an offer may have been closed in one of them
            kept.append(one)
    return msgspec.structs.replace(later, attempts=tuple(kept))


def _key(attempt: Attempt) -> tuple[str, dict[str, Any]]:
    return attempt.edit or attempt.at, attempt.answer


def _at(entry: Entry) -> float:
    time = moment(entry.at)
    return time.timestamp() if time else 0.0
