"""What a class voted, for those of it who have voted: answers without names, and never a few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from accordingto.classroom.room.class_reading import given
from accordingto.classroom.room.respondents import Respondent
from accordingto.exercises import AnswerError, Entry, Question, Sheet
from accordingto.widgets.tallies.tally import FEWEST

Votes = dict[str, list[dict[str, Any]]]  # `first` and `now`, each in an order that tells nothing


def votes_of(sheet: Sheet, readers: Iterable[Respondent]) -> dict[str, Votes]:
    """The votes on each exercise that asks for one; those that fewer than five gave are empty.

    Who voted what first, and what now, is not told together.
    """
    everybody = list(readers)
    return {one.id: _votes(one, everybody) for one in sheet if one.vote}


def has_voted(entries: Mapping[str, Entry], exercise: str) -> bool:
    """Whether a reader has voted on an exercise, and so may see how others did."""
    entry = entries.get(exercise)
    return entry is not None and any(one.did == "vote" for one in entry.attempts)


def _votes(question: Question[Any], readers: Iterable[Respondent]) -> Votes:
    found: dict[str, list[Any]] = {"first": [], "now": []}
    for reader in readers:
        if entry := reader.entries.get(question.id):
            try:
                now, first = given(question, entry)
            except AnswerError:
                continue
            found["now"] += [] if now is None else [msgspec.to_builtins(now)]
            found["first"] += [] if first is None else [msgspec.to_builtins(first)]
    return {
        name: sorted(answers, key=repr) if len(answers) >= FEWEST else []
        for name, answers in found.items()
    }
