"""Answers that an earlier kit kept: they load, belong to their questions, and earn the same.

`earlier/` was made by commit fca606c: a sheet with one question of every kind about an invented
article, answers that are partly right with all earlier attempts, and what that kit gave for them.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from accordingto.content import Content
from accordingto.exercises import Sheet, digest
from accordingto.exercises.flow import outcome
from accordingto.exercises.kinds import kind_names
from accordingto.notebooks.lesson import Lesson

FOLDER = Path(__file__).parent / "earlier"
NAME = "01-boats"
SHEET = Sheet.of(NAME, Content(FOLDER))
MARKS: dict[str, Any] = json.loads((FOLDER / "marks.json").read_bytes())
IDS = pytest.mark.parametrize("exercise", SHEET.questions)


@pytest.fixture
def earlier(tmp_path: Path) -> Lesson:
    """The lesson, opened by this kit with the answers of then."""
    shutil.copytree(FOLDER / "answers", tmp_path / "answers")
    return Lesson(SHEET, tmp_path / "answers")


SINCE = ["experiment"]  # kinds that the kit of then had not


def test_every_kind_of_then_is_there() -> None:
    assert sorted([*(question.kind for question in SHEET), *SINCE]) == [*kind_names()]
    assert list(MARKS) == list(SHEET.questions)


@IDS
def test_an_answer_belongs_to_its_question_and_nothing_of_it_is_set_aside(
    earlier: Lesson, exercise: str
) -> None:
    kept: dict[str, Any] = json.loads((FOLDER / "answers" / f"{NAME}.json").read_bytes())
    then = kept["exercises"][exercise]
    entry = earlier.store.entry(exercise)
    assert entry is not None
    assert entry.answer == then["answer"]
    assert [one.answer for one in entry.attempts] == [one["answer"] for one in then["attempts"]]
    assert entry.digest == then["digest"] == digest(SHEET[exercise])


@IDS
def test_an_answer_earns_what_it_earned(earlier: Lesson, exercise: str) -> None:
    points, credit, verdicts = MARKS[exercise]
    entry = earlier.store.entry(exercise)
    assert entry is not None
    assert float(earlier.score(exercise)) == points
    again = outcome(SHEET[exercise], entry.answer, SHEET.material(SHEET[exercise]))
    assert (again.credit, [part.verdict for part in again.parts]) == (credit, verdicts)
    tried = [one for one in entry.attempts if one.did == "check"]
    for one in tried:
        assert one.credit == outcome(SHEET[exercise], one.answer, SHEET.home).credit
