"""What can be done with an exercise next, and what doing it leaves in the answer file.

Pure functions of the question and what is kept of it: a widget, a solution notebook and a
grader all come by here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from accordingto.exercises.answers import Attempt, Entry, now
from accordingto.exercises.material import Material
from accordingto.exercises.outcome import Outcome
from accordingto.exercises.question import AnswerError, Question
from accordingto.exercises.sheet import digest

SHOW_AFTER = 2  # checks that did not earn full marks, before the expert's answer is offered


@dataclass(frozen=True)
class Turn:
    """Where an exercise stands: what can be done, and what there is to see.

    `ready` is whether there is an answer in hand to predict with or to check: a control that
    nobody touched is none.
    """

    stage: str
    ready: bool
    actions: tuple[str, ...]
    tries: int
    outcome: Outcome | None
    prediction: dict[str, Any] | None
    shown: bool


def turn(question: Question[Any], entry: Entry | None, material: Material) -> Turn:
    """The turn that what is kept of an exercise leads to."""
    attempts = entry.attempts if entry else ()
    ready = entry is not None and not question.untouched(question.answer(entry.answer))
    prediction = next((one.answer for one in attempts if one.did == "predict"), None)
    checks = [one for one in attempts if one.did == "check"]
    shown = any(one.did == "show" for one in attempts)
    if question.reveal and prediction is None:
        return Turn("predict", ready, ("predict",), 0, None, None, shown)
    failed = [one for one in checks if one.credit is not None and one.credit < 1]
    offer = len(failed) >= SHOW_AFTER and not shown
    checked = bool(entry and checks and checks[-1].answer == entry.answer)
    return Turn(
        stage="answer",
        ready=ready,
        actions=("check", "show") if offer else ("check",),
        tries=len(checks),
        outcome=outcome(question, entry.answer, material) if entry and checked else None,
        prediction=prediction,
        shown=shown,
    )


def outcome(question: Question[Any], data: dict[str, Any], material: Material) -> Outcome:
    """The outcome of an answer given as plain data. Raises AnswerError when it does not fit."""
    return question.score(question.answer(data), material)


def answered(question: Question[Any], entry: Entry | None, data: dict[str, Any]) -> Entry:
    """What is kept after the answer became `data`. Raises AnswerError when it does not fit."""
    question.answer(data)
    attempts = entry.attempts if entry else ()
    return Entry(digest=digest(question), answer=data, at=now(), attempts=attempts)


def done(question: Question[Any], entry: Entry, did: str, material: Material) -> Entry:
    """What is kept after `did` (predict, check, show) was done with the answer in hand.

    A prediction empties the answer, for the one that counts comes after the reveal.
    Raises AnswerError for what cannot be done at this turn.
    """
    here = turn(question, entry, material)
    if did not in here.actions:
        raise AnswerError(f"exercise {question.id}: expected {here.actions}, got {did!r}")
    if not here.ready and did != "show":
        raise AnswerError(f"exercise {question.id}: there is no answer yet")
    credit = outcome(question, entry.answer, material).credit if did == "check" else None
    attempt = Attempt(did=did, answer=entry.answer, at=now(), credit=credit)
    kept = entry.answer if did != "predict" else msgspec.to_builtins(question.Answer())
    return msgspec.structs.replace(entry, answer=kept, attempts=(*entry.attempts, attempt))
