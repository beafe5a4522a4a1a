"""Entries put into an answer file as they are."""

from __future__ import annotations

from collections.abc import Callable

from accordingto.exercises import Entry


def instead(entry: Entry) -> Callable[[Entry | None], Entry]:
    """For `AnswerStore.change`: this entry, whatever stood there."""
    return lambda _: entry
