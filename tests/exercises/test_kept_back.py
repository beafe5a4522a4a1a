"""The questions of the first notebook are answered before anything is told of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.kept_back import before_and_after, is_kept_back
from accordingto.notebooks.lesson import Lesson
from accordingto.widgets.static import outcome_text
from accordingto.yamlfile import ContentError

FIRST, LAST = Sheet.of("00-start-here"), Sheet.of("08-source-audit")
BACK = {"0.4": "8.11", "0.5": "8.12", "0.6": "8.13", "0.7": "8.14", "0.8": "8.15", "0.9": "8.16"}


def test_six_questions_are_kept_back_till_their_twins() -> None:
    till = {one.id: one.till for one in FIRST if one.till}
    assert till == {name: f"08-source-audit/{twin}" for name, twin in BACK.items()}
    for name, twin in BACK.items():
        assert FIRST[name].kind == LAST[twin].kind
        assert f"(twin of {name})" in LAST[twin].title
        assert FIRST[name].points == LAST[twin].points == 0


def checked(lesson: Lesson, exercise: str, data: dict[str, Any]) -> str:
    """What is said after a check."""
    lesson.answer(exercise, data)
    lesson.do(exercise, "check")
    question = lesson.sheet[exercise]
    outcome = lesson.turn(question, lesson.store.entry(exercise)).outcome
    assert outcome
    return outcome_text(question, outcome)


def test_no_key_before_the_end_and_both_at_the_end(tmp_path: Path) -> None:
    first, last = Lesson(FIRST, tmp_path), Lesson(LAST, tmp_path)
    for choice in ("israel", "nobody"):
        told = checked(first, "0.4", {"choice": choice})
        assert told == ("0.4 Who says so?: Kept. You will see the answer at the end of lesson 8")
    assert is_kept_back(FIRST["0.4"], tmp_path)
    assert "Before the first lesson" not in repr(last.summary())
    checked(last, "8.11", {"choice": "nobody"})
    assert not is_kept_back(FIRST["0.4"], tmp_path)
    assert is_kept_back(FIRST["0.5"], tmp_path)
    [pair] = before_and_after(LAST, tmp_path)
    assert (pair.before, pair.after) == ("Not this one", "Right")  # the first check is what counts
    assert (
        "Before the first lesson, and now:\n"
        "  0.4 Who says so? – before: Not this one; now, in 8.11: Right. "
        "The answer: The page names nobody"
    ) in repr(last.summary())
    entry = first.store.entry("0.4")
    outcome = first.turn(FIRST["0.4"], entry).outcome
    assert outcome
    assert outcome.headline == "Right"


def test_an_answer_to_a_question_that_has_changed_since_is_left_out(tmp_path: Path) -> None:
    checked(Lesson(FIRST, tmp_path), "0.4", {"choice": "nobody"})
    last = Lesson(LAST, tmp_path)
    checked(last, "8.11", {"choice": "nobody"})
    path = tmp_path / f"{FIRST.lesson}.json"
    path.write_text(path.read_text("utf-8").replace('"nobody"', '"somebody"'), "utf-8")
    assert before_and_after(LAST, tmp_path) == []
    assert "Before the first lesson" not in repr(last.summary())


def test_a_question_that_waits_for_nothing_is_never_kept_back(tmp_path: Path) -> None:
    assert not is_kept_back(FIRST["0.1"], tmp_path)


@pytest.mark.parametrize(
    ("till", "problem"),
    [("09-none/8.11", "there is no lesson '09-none'"), ("08-source-audit/8.99", "has no exercise")],
)
def test_what_it_waits_for_must_be_there(tmp_path: Path, till: str, problem: str) -> None:
    source = Content.kit().sheet("00-start-here").read_text(encoding="utf-8")
    path = tmp_path / "00-start-here.yaml"
    path.write_text(source.replace("08-source-audit/8.11", till), encoding="utf-8")
    with pytest.raises(ContentError, match=problem):
        Sheet.read(path)
