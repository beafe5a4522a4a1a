"""What students read otherwise than the key comes with what they hand in, for the teacher."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from accordingto.classroom.course import Course
from accordingto.classroom.hand_in.otherwise import readings_against_key
from accordingto.cli import main
from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered
from accordingto.exercises.remarks import read_otherwise
from kept import instead

LESSON = "04-inside-the-quotation-marks"
SHEET = Sheet.of(LESSON)
CHOICE: Any = next(one for one in SHEET if one.kind == "choose one")
TEXT = next(one for one in SHEET if one.kind == "free text")


def hand_in(root: Path, student: str, exercise: str, answer: dict[str, object], why: str) -> None:
    folder = root / "submitted" / student / LESSON
    (folder / "answers").mkdir(parents=True, exist_ok=True)
    store = AnswerStore(folder / "answers" / f"{LESSON}.json")
    entry = answered(SHEET[exercise], None, answer)
    store.change(exercise, instead(read_otherwise(entry, why)))


def test_reasons_are_listed_by_exercise_and_student_with_what_was_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = next(one for one in CHOICE.options if one.credit < 1)
    hand_in(tmp_path, "mia", CHOICE.id, {"choice": wrong.value}, "Line one.\nAnd\x1b[2J two.")
    hand_in(tmp_path, "ann", TEXT.id, {"text": "So."}, "It says more.")
    hand_in(tmp_path, "ann", CHOICE.id, {"choice": wrong.value}, "I too.")
    hand_in(tmp_path, "ben", CHOICE.id, {"choice": wrong.value}, "")
    found = readings_against_key(Course(tmp_path), LESSON)
    order = [(one.question.id, one.student, one.reason) for one in found]
    assert order == [
        (CHOICE.id, "ann", "I too."),
        (CHOICE.id, "mia", "Line one. And?[2J two."),
        (TEXT.id, "ann", "It says more."),
    ]
    assert main(["otherwise", str(tmp_path), LESSON]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"{CHOICE.id} {CHOICE.title}\n  ann answered: ")
    assert "  ann answered: So.\n    It says more.\n" in printed
    assert printed.endswith("3 noted that they read something otherwise than the key.\n")


def test_a_folder_without_work_has_none(tmp_path: Path) -> None:
    (tmp_path / "submitted" / "ann" / LESSON).mkdir(parents=True)
    assert readings_against_key(Course(tmp_path), LESSON) == []
