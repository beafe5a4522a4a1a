"""Marking one submission: answers are scored where they are, code returns values from the wall."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import Any, NamedTuple

import msgspec

from accordingto.classroom import wall
from accordingto.classroom.results import Result
from accordingto.classroom.submissions import Submission, text_of
from accordingto.exercises import AnswerError, Entry, Question, Sheet, digest
from accordingto.exercises.flow import turn
from accordingto.exercises.kinds.code import Code, CodeAnswer, case_text

NOTHING_CAME = "Nothing came back from the function"
ONE_ERROR, ALL_ERRORS = 400, 1_000  # characters that may reach a page


class Run(NamedTuple):
    """A submission's code: its cells with the checks that are shown, then those that are hidden."""

    job: wall.Job
    then: tuple[wall.Call, ...]


def mark(submission: Submission, sheet: Sheet, *, run: Run | None) -> tuple[Result, ...]:
    """A mark for every exercise. Without a `run` no code is run, and code waits for a person."""
    returned = _returned(run) if run and submission.cells is not None else None
    if returned and returned.stopped:
        submission.sentences.append(f"Code: {returned.stopped}")
    found = (
        _of_code(question, submission, sheet, returned)
        if isinstance(question, Code)
        else _of_answer(question, submission, sheet)
        for question in sheet
    )
    return tuple(
        msgspec.structs.replace(one, work=_work(question, submission))
        for question, one in zip(sheet, found, strict=True)
    )


def could_not(sheet: Sheet) -> tuple[Result, ...]:
    """The marks of a submission of which nothing could be graded."""
    return tuple(map(_lost, sheet))


def run_of(
    submission: Submission, sheet: Sheet, forbidden: tuple[str, ...], walled: bool
) -> Run | None:
    """The calls to run in a submission, if the sheet calls any function.

    The checks that stay hidden come when those that are shown have returned: what a function
    returned is told to the student, and it could tell what else it was called with.
    """
    turns = [calls for hidden in (False, True) if (calls := _calls(sheet, hidden=hidden))]
    if not turns:
        return None
    job = wall.Job(
        cells=submission.code,
        calls=turns[0],
        name=sheet.home.article.id,
        article=sheet.home.article.text,
        forbidden=forbidden,
        walled=walled,
    )
    return Run(job, turns[1] if turns[1:] else ())


def _calls(sheet: Sheet, *, hidden: bool) -> tuple[wall.Call, ...]:
    calls = []
    for question in sheet:
        if isinstance(question, Code):
            material = sheet.material(question)
            cases = (case for case in question.cases if case.hidden == hidden)
            texts = {case.name: case_text(case, material) for case in cases}
            if texts:
                call = wall.Call(exercise=question.id, function=question.function, texts=texts)
                calls.append(call)
    return tuple(calls)


def _returned(run: Run) -> wall.Returned:
    """The values that all calls return, or the reason why the code was stopped."""
    values: dict[str, dict[str, Any]] = defaultdict(dict)
    errors: dict[str, dict[str, str]] = defaultdict(dict)
    turns = run.job.calls, run.then
    for returned, calls in zip(wall.run_in_turn(run.job, run.then), turns, strict=False):
        if returned.stopped:
            return returned
        for call in calls:  # and for no other: a hidden text may not come out by its name
            by_name = returned.values.get(call.exercise, {})
            sentences = returned.errors.get(call.exercise, {})
            for name in call.texts:
                if name in by_name:
                    values[call.exercise][name] = by_name[name]
                else:
                    errors[call.exercise][name] = sentences.get(name, NOTHING_CAME)
    return wall.Returned(values=values, errors=_bounded(errors))


def _bounded(errors: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """The sentences as a page can show them: code can say what it likes, and as much."""
    left = ALL_ERRORS
    bounded: dict[str, dict[str, str]] = {}
    for exercise, sentences in errors.items():
        bounded[exercise] = {}
        for name, said in sentences.items():
            most = min(left, ONE_ERROR)
            cut = said if len(said) <= most else f"{said[:most]} …" if most else "as above"
            left -= min(len(said), most)
            bounded[exercise][name] = cut
    return bounded


def _work(question: Question[Any], submission: Submission) -> str:
    entry = (submission.entries or {}).get(question.id)
    seen: Any = submission.code if isinstance(question, Code) else entry and entry.answer
    return hashlib.sha256(msgspec.json.encode(seen, order="deterministic")).hexdigest()


def _of_answer(question: Question[Any], submission: Submission, sheet: Sheet) -> Result:
    if submission.entries is None:
        return _lost(question)
    entry = submission.entries.get(question.id)
    if entry is None:
        return _marked(question, "empty", 0.0)
    try:
        return _of_entry(question, entry, submission, sheet)
    except AnswerError as error:
        submission.sentences.append(_sentence(error))
        return _lost(question)


def _of_entry(
    question: Question[Any], entry: Entry, submission: Submission, sheet: Sheet
) -> Result:
    material = sheet.material(question)
    answer = question.answer(entry.answer)
    if entry.digest != digest(question):
        submission.sentences.append(
            f"Exercise {question.id} was answered in an older version; the answer still fits."
        )
    if question.untouched(answer) or turn(question, entry, material).stage == "predict":
        return _marked(question, "empty", 0.0)
    if question.unscored and not text_of(entry):
        return _marked(question, "empty", 0.0)
    outcome = question.score(answer, material)
    if outcome.credit is None and question.points:
        return Result(
            exercise=question.id, state="person", points=None, of=question.points, outcome=outcome
        )
    return Result(
        exercise=question.id,
        state="marked",
        points=(outcome.credit or 0.0) * question.points,
        of=question.points,
        outcome=outcome,
    )


def _of_code(
    question: Code, submission: Submission, sheet: Sheet, returned: wall.Returned | None
) -> Result:
    if returned is None:
        return _lost(question)
    names = {case.name for case in question.cases}
    stopped = dict.fromkeys(names, returned.stopped) if returned.stopped else {}
    data = CodeAnswer(
        values=returned.values.get(question.id, {}),
        errors=returned.errors.get(question.id, {}) | stopped,
    )
    try:
        answer = question.answer(msgspec.to_builtins(data))
    except AnswerError as error:
        submission.sentences.append(_sentence(error))
        return _lost(question)
    outcome = question.score(answer, sheet.material(question))
    points = (outcome.credit or 0.0) * question.points
    return Result(
        exercise=question.id, state="marked", points=points, of=question.points, outcome=outcome
    )


def _sentence(error: AnswerError) -> str:
    said = str(error)[:200]
    return f"{said[:1].upper()}{said[1:]}."


def _marked(question: Question[Any], state: Any, points: float | None) -> Result:
    return Result(exercise=question.id, state=state, points=points, of=question.points)


def _lost(question: Question[Any]) -> Result:
    return _marked(question, "could not", None)
