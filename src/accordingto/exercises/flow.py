"""The next steps open in an exercise, and what each step leaves in the answer file.

Pure functions of the question and what is kept of it: a widget, a solution notebook and a
grader all come by here.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

import msgspec

from accordingto.exercises.answers import fresh_edit, now
from accordingto.exercises.entries import Attempt, Entry
from accordingto.exercises.material import Material
from accordingto.exercises.outcome import Outcome, Part, verdict_of
from accordingto.exercises.question import Answer, AnswerError, Question
from accordingto.exercises.sheet import digest
from accordingto.exercises.steps import WHICH

# The expert's answer is offered after so many checks that did not earn full marks, or after one of
# what is not yet an answer.
SHOW_AFTER = 2
KEPT_BACK = "Kept. You will see the answer at the end of lesson {}"
HIGH = 70  # of 100: from here on one was sure


@dataclass(frozen=True)
class Turn:
    """Where an exercise stands: what can be done, and what there is to see.

    `answer` is the answer in hand, or an empty one. `ready` is whether there is one to predict
    with, to vote with or to check: a control that nobody touched is none. `final` is whether
    nothing is left to find: all was earned once, or told. `locked` is whether the answer stays as
    it is.
    """

    stage: str
    answer: Answer
    ready: bool
    actions: tuple[str, ...]
    tries: int
    outcome: Outcome | None
    prediction: dict[str, Any] | None
    vote: dict[str, Any] | None
    final: bool
    shown: bool
    locked: bool = False


def turn(
    question: Question[Any],
    entry: Entry | None,
    material: Material,
    given: Answer | None = None,
    *,
    is_kept_back: bool = False,
) -> Turn:
    """Returns the turn that an exercise is at, by its kept entry.

    `given` is the answer of the entry, where the caller has it in its own type already. Of what is
    kept back nothing is told, only that it is kept.
    """
    attempts = entry.attempts if entry else ()
    answer = _in_hand(question, entry) if given is None else given
    first = {one.did: one.answer for one in reversed(attempts)}
    checks = [one for one in attempts if one.did == "check"]
    failed = [one for one in checks if one.credit is not None and one.credit < 1]
    unmet = any(not question.complete(question.answer(one.answer), material) for one in checks)
    checked = bool(entry and checks and checks[-1].answer == entry.answer)
    stage = _stage(question, first)
    step = WHICH if "show" in first or question.till else len(failed)
    wants = unmet or len(failed) >= SHOW_AFTER
    offer = stage == "answer" and wants and "show" not in first
    do = "check" if stage == "answer" else stage
    locked = is_locked(question, entry)
    return Turn(
        stage=stage,
        answer=answer,
        ready=entry is not None and not question.untouched(answer),
        actions=() if locked else (do, "show") if offer else (do,),
        tries=len(checks),
        outcome=_told(question, answer, material, step, is_kept_back) if checked else None,
        prediction=first.get("predict"),
        vote=first.get("vote"),
        final=step >= WHICH or len(failed) < len(checks),
        shown="show" in first,
        locked=locked,
    )


def _told(
    question: Question[Any], answer: Answer, material: Material, step: int, is_kept_back: bool
) -> Outcome:
    if is_kept_back and question.till:
        return Outcome(credit=None, headline=KEPT_BACK.format(_number_of(question.till)))
    return _with_sureness(question.told(answer, material, step), answer)


def _number_of(till: str) -> str:
    """The number of the lesson that a question waits for, or its whole name."""
    lesson = till.partition("/")[0]
    number = lesson.partition("-")[0]
    return str(int(number)) if number.isdecimal() else lesson


def is_locked(question: Question[Any], entry: Entry | None) -> bool:
    """Returns whether an answer that was checked can be changed no more."""
    checks = [one.answer for one in entry.attempts if one.did == "check"] if entry else []
    return any(question.is_final(question.answer(data)) for data in checks)


def require_open(question: Question[Any], entry: Entry | None, data: dict[str, Any]) -> None:
    """Raise AnswerError where `data` would change an answer that stays as it is."""
    if entry and data != entry.answer and is_locked(question, entry):
        raise AnswerError(
            f"exercise {question.id}: what you gave was kept before you saw more, and stays so"
        )


def kept(question: Question[Any], entry: Entry | None, given: Answer | None = None) -> Turn:
    """The turn of an exercise whose answer is only kept, to be marked elsewhere."""
    answer = _in_hand(question, entry) if given is None else given
    ready = entry is not None and not question.untouched(answer)
    return Turn("kept", answer, ready, (), 0, None, None, None, final=False, shown=False)


def _in_hand(question: Question[Any], entry: Entry | None) -> Any:
    return question.answer(entry.answer) if entry else question.begin()


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
    return _outcome(question, question.answer(data), material)


def _outcome(question: Question[Any], answer: Answer, material: Material) -> Outcome:
    return _with_sureness(question.score(answer, material), answer)


def _with_sureness(scored: Outcome, answer: Answer) -> Outcome:
    if answer.confidence is None or scored.credit is None:
        return scored
    said = Part(
        verdict="note", label="How sure you were", text=_sureness(answer.confidence, scored.credit)
    )
    return msgspec.structs.replace(scored, parts=(*scored.parts, said))


def _sureness(confidence: int, credit: float) -> str:
    sure, verdict = confidence >= HIGH, verdict_of(credit)
    meaning = {
        ("right", True): "You were, and you are right to be.",
        ("right", False): "You were not, and yet you are right: you know more than you think.",
        ("partly", True): "You were, and it is so in part: something is still open.",
        ("partly", False): "You were not. You felt that something was open, and something was.",
        ("wrong", True): "You were, and it is not so: here is a place to slow down.",
        ("wrong", False): "You were not. You felt that something was open, and something was.",
    }
    return f"{confidence} of 100. {meaning[verdict, sure]}"


def answered(question: Question[Any], entry: Entry | None, data: dict[str, Any]) -> Entry:
    """Returns the entry with `data` as its answer.

    Raises AnswerError when it does not fit, or may be changed no more.
    """
    question.answer(data)
    require_open(question, entry, data)
    attempts = entry.attempts if entry else ()
    return Entry(
        digest=digest(question), answer=data, at=now(), edit=fresh_edit(), attempts=attempts
    )


def done(
    question: Question[Any], entry: Entry, did: str, material: Material, edit: str = ""
) -> Entry:
    """Returns the entry to keep after `did` (predict, vote, check, show) with the answer in hand.

    A prediction empties the answer, for the one that counts comes after the reveal, and that is an
    `edit`; a vote stays, to be kept or changed. To check the same answer once more is no further
    try.
    Raises AnswerError for what cannot be done at this turn.
    """
    here = turn(question, entry, material)
    if did not in here.actions:
        raise AnswerError(f"exercise {question.id}: expected {here.actions}, got {did!r}")
    if not here.ready and did != "show":
        raise AnswerError(f"exercise {question.id}: there is no answer yet")
    if did == "check" and here.outcome:
        return entry
    scored = did == "check" and not question.till  # who reads the file would read the key off it
    credit = _outcome(question, here.answer, material).credit if scored else None
    attempt = Attempt(did=did, answer=entry.answer, at=now(), credit=credit)
    entry = msgspec.structs.replace(entry, attempts=(*entry.attempts, attempt))
    if did != "predict":
        return entry
    empty = msgspec.to_builtins(question.begin())
    return msgspec.structs.replace(entry, answer=empty, edit=edit or fresh_edit())
