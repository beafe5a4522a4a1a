"""What is said beside an answer changes no answer and no score, and is never lost."""

from __future__ import annotations

from typing import Any

import pytest

from accordingto.exercises import AnswerError, Entry, Sheet
from accordingto.exercises.edits import Edit, kept_after
from accordingto.exercises.flow import answered, done, turn
from accordingto.exercises.progress import Progress
from accordingto.exercises.remarks import (
    LONGEST,
    begun_again,
    has_begun,
    marked,
    own_mark,
    read_otherwise,
    reason_of,
)

SHEET = Sheet.of("04-inside-the-quotation-marks")
TEXT: Any = next(one for one in SHEET if one.kind == "free text")
CHOICE: Any = next(
    one for one in SHEET if one.kind == "choose one" and not one.reveal and not one.vote
)


def checked(question: Any, data: dict[str, Any]) -> Entry:
    material = SHEET.material(question)
    return done(question, answered(question, None, data), "check", material)


@pytest.fixture
def written() -> Entry:
    return checked(TEXT, {"text": "So it was."})


def test_a_mark_of_ones_own_is_for_the_text_that_it_was_given_to(written: Entry) -> None:
    assert own_mark(None) is own_mark(written) is None
    first = marked(TEXT, written, "0" if TEXT.rubric[-1].marks == 0 else str(TEXT.rubric[-1].marks))
    again = marked(TEXT, first, str(TEXT.top))
    assert own_mark(again) == TEXT.top
    other = kept_after(
        TEXT, again, Edit(id="w.1", answer={"text": "Now so."}, over=(again.version,)), SHEET.home
    )
    assert own_mark(other) is None


@pytest.mark.parametrize("marks", ["", "-1", "99", "one"])
def test_marks_that_are_no_level_are_refused(written: Entry, marks: str) -> None:
    with pytest.raises(AnswerError, match=rf"exercise {TEXT.id}: expected one of \["):
        marked(TEXT, written, marks)


def test_a_choice_has_no_rubric() -> None:
    with pytest.raises(AnswerError, match=r"expected one of \[\]"):
        marked(CHOICE, checked(CHOICE, {"choice": CHOICE.options[0].value}), "1")


def test_a_reason_against_the_key_is_noted_changed_and_taken_back(written: Entry) -> None:
    noted = read_otherwise(written, "  The page says more.\n")
    assert reason_of(noted) == "The page says more."
    assert read_otherwise(noted, "The page says more.") is noted
    changed = read_otherwise(noted, "x" * (LONGEST + 1))
    assert reason_of(changed) == "x" * LONGEST
    assert len(changed.attempts) == len(noted.attempts)
    assert read_otherwise(changed, " ") == written


def test_remarks_change_no_answer_and_no_score(written: Entry) -> None:
    said = read_otherwise(marked(TEXT, written, str(TEXT.top)), "So I read it.")
    assert (said.answer, said.version, said.at) == (written.answer, written.version, written.at)
    assert turn(TEXT, said, SHEET.home) == turn(TEXT, written, SHEET.home)


def test_an_exercise_that_begins_anew_is_as_at_the_first_time_and_nothing_is_lost() -> None:
    question = next(one for one in SHEET if one.reveal)
    material = SHEET.material(question)
    key = {"value": question.key(material).value} if question.kind == "number" else {}
    entry = done(question, answered(question, None, key), "predict", material)
    entry = read_otherwise(
        done(question, answered(question, entry, key), "check", material), "I differ."
    )
    again = begun_again(question, entry, "new")
    assert has_begun(entry)
    assert not has_begun(again)
    first, here = turn(question, None, material), turn(question, again, material)
    assert (here.stage, here.tries, here.prediction, here.outcome) == (first.stage, 0, None, None)
    assert again.version == "new"
    assert [one.did for one in again.attempts] == [
        "earlier predict",
        "earlier check",
        "otherwise",
        "earlier answer",
    ]
    assert [one.answer for one in again.attempts][-1] == key
    assert question in Progress.of(SHEET, {question.id: again}).to_do


@pytest.mark.parametrize("deed", ["mark", "otherwise", "begin"])
def test_graded_work_and_an_exercise_not_begun_hear_no_remark(written: Entry, deed: Any) -> None:
    edit = Edit(id="w.1", answer=written.answer, do=deed, which=str(TEXT.top))
    assert kept_after(TEXT, written, edit, SHEET.home, is_graded=True) is written
    assert kept_after(TEXT, None, edit, SHEET.home) is None


def test_a_remark_comes_from_the_page_as_any_edit_does(written: Entry) -> None:
    def say(deed: Any, which: str) -> Entry:
        edit = Edit(id="w.1", answer=written.answer, do=deed, which=which)
        kept = kept_after(TEXT, written, edit, SHEET.home)
        assert kept
        return kept

    assert own_mark(say("mark", str(TEXT.top))) == TEXT.top
    assert reason_of(say("otherwise", "No.")) == "No."
    begun: dict[str, Any] = {"text": None, "checked": None, "own": {}, "confidence": None}
    assert say("begin", "").answer == begun
