"""What can be done with an exercise next, and what doing it leaves in the answer file.

Pure functions of the question and what is kept of it: a widget, a solution notebook and a
grader all come by here.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

import msgspec

from accordingto.exercises.answers import Attempt, Entry, now
from accordingto.exercises.material import Material
from accordingto.exercises.outcome import Outcome, Part
from accordingto.exercises.question import AnswerError, Question
from accordingto.exercises.sheet import digest

SHOW_AFTER = 2  # checks that did not earn full marks, before the expert's answer is offered
HIGH = 70  # of 100: from here on one was sure, and an answer is as good as right


@dataclass(frozen=True)
class Turn:
    """Where an exercise stands: what can be done, and what there is to see.

    `ready` is whether there is an answer in hand to predict with, to vote with or to check: a
    control that nobody touched is none. `others` is whether their answers may be seen now:
    after one's own vote, or one's own check.
    """

    stage: str
    ready: bool
    actions: tuple[str, ...]
    tries: int
    outcome: Outcome | None
    prediction: dict[str, Any] | None
    vote: dict[str, Any] | None
    others: bool
    shown: bool


def turn(question: Question[Any], entry: Entry | None, material: Material) -> Turn:
    """The turn that what is kept of an exercise leads to."""
    attempts = entry.attempts if entry else ()
    ready = entry is not None and not question.untouched(question.answer(entry.answer))
    first = {one.did: one.answer for one in reversed(attempts)}
    checks = [one for one in attempts if one.did == "check"]
    failed = [one for one in checks if one.credit is not None and one.credit < 1]
    checked = bool(entry and checks and checks[-1].answer == entry.answer)
    stage = _stage(question, first)
    offer = stage == "answer" and len(failed) >= SHOW_AFTER and "show" not in first
    do = "check" if stage == "answer" else stage
    return Turn(
        stage=stage,
        ready=ready,
        actions=(do, "show") if offer else (do,),
        tries=len(checks),
        outcome=outcome(question, entry.answer, material) if entry and checked else None,
        prediction=first.get("predict"),
        vote=first.get("vote"),
        others=bool((question.vote and "vote" in first) or (question.others and checks)),
        shown="show" in first,
    )


def kept(question: Question[Any], entry: Entry | None) -> Turn:
    """The turn of an exercise whose answer is only kept, to be marked elsewhere."""
    ready = entry is not None and not question.untouched(question.answer(entry.answer))
    return Turn("kept", ready, (), 0, None, None, None, others=False, shown=False)


def _stage(question: Question[Any], done: Container[str]) -> str:
    if question.reveal and "predict" not in done:
        return "predict"
    if question.vote and "vote" not in done:
        return "vote"
    return "answer"


def outcome(question: Question[Any], data: dict[str, Any], material: Material) -> Outcome:
    """The outcome of an answer given as plain data, with what was said of being sure of it.

    Raises AnswerError when it does not fit.
    """
    answer = question.answer(data)
    scored = question.score(answer, material)
    if answer.confidence is None or scored.credit is None:
        return scored
    said = Part(
        verdict="note", label="How sure you were", text=_sureness(answer.confidence, scored.credit)
    )
    return msgspec.structs.replace(scored, parts=(*scored.parts, said))


def _sureness(confidence: int, credit: float) -> str:
    right, sure = credit >= HIGH / 100, confidence >= HIGH
    meaning = {
        (True, True): "You were, and you are right to be.",
        (True, False): "You were not, and yet you are right: you know more than you think.",
        (False, True): "You were, and it is not so: here is a place to slow down.",
        (False, False): "You were not. You felt that something was open, and something was.",
    }
    return f"{confidence} of 100. {meaning[right, sure]}"


def answered(question: Question[Any], entry: Entry | None, data: dict[str, Any]) -> Entry:
    """What is kept after the answer became `data`. Raises AnswerError when it does not fit."""
    question.answer(data)
    attempts = entry.attempts if entry else ()
    return Entry(digest=digest(question), answer=data, at=now(), attempts=attempts)


def done(question: Question[Any], entry: Entry, did: str, material: Material) -> Entry:
    """What is kept after `did` (predict, vote, check, show) was done with the answer in hand.

    A prediction empties the answer, for the one that counts comes after the reveal; a vote stays,
    to be kept or changed. To check the same answer once more is no further try.
    Raises AnswerError for what cannot be done at this turn.
    """
    here = turn(question, entry, material)
    if did not in here.actions:
        raise AnswerError(f"exercise {question.id}: expected {here.actions}, got {did!r}")
    if not here.ready and did != "show":
        raise AnswerError(f"exercise {question.id}: there is no answer yet")
    if did == "check" and here.outcome:
        return entry
    credit = outcome(question, entry.answer, material).credit if did == "check" else None
    attempt = Attempt(did=did, answer=entry.answer, at=now(), credit=credit)
    kept = entry.answer if did != "predict" else msgspec.to_builtins(question.begin())
    return msgspec.structs.replace(entry, answer=kept, attempts=(*entry.attempts, attempt))
