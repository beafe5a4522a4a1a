"""How somebody stands in all lessons, out of the answer files alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accordingto.content import Content
from accordingto.exercises import Attempt, Entry, Sheet
from accordingto.exercises.answers import AnswerFile
from accordingto.exercises.calibration import Calibration, calibration
from accordingto.exercises.study import Study

KIT = Content.kit()
FIRST, LAST = "00-start-here", "08-source-audit"


def keep(folder: Path, lesson: str, **checks: Any) -> None:
    """Checks by exercise, each with its day in March at noon and its credit.

    Of a question that is kept back no credit is kept: for a number there stands the answer.
    """
    exercises = {
        name.replace("_", "."): Entry(
            digest="d",
            answer={},
            at="",
            attempts=tuple(
                Attempt(
                    did="check",
                    answer={} if is_credit(was) else was,
                    at=f"2026-03-{day}T12:00:00+00:00",
                    credit=was if is_credit(was) else None,
                )
                for day, was in looks
            ),
        )
        for name, looks in checks.items()
    }
    file = AnswerFile(notebook=lesson, exercises=exercises)
    (folder / f"{lesson}.json").write_bytes(msgspec.json.encode(file))


def is_credit(was: Any) -> bool:
    return isinstance(was, float)


def test_without_answers_everything_is_left_and_nothing_is_due(tmp_path: Path) -> None:
    study = Study.of(KIT, tmp_path / "answers")
    assert [one.sheet.lesson for one in study.lessons] == KIT.lessons()
    assert all(not one.progress.done and not one.met for one in study.lessons)
    assert all(pair.gain is None for pair in study.pairs)
    assert study.due == ()
    assert not (tmp_path / "answers").exists()  # to look changes nothing


def test_before_and_after_stand_side_by_side_with_the_first_credit_of_each(tmp_path: Path) -> None:
    wrong, partly, right = {"choice": "israel"}, {"choice": "axios"}, {"choice": "nobody"}
    keep(tmp_path, FIRST, **{"0_4": [("01", wrong), ("01", right)], "0_5": [("01", partly)]})
    keep(tmp_path, LAST, **{"8_11": [("20", right)]})
    study = Study.of(KIT, tmp_path)
    assert [(one.before.question.id, one.after.question.id) for one in study.pairs] == [
        (f"0.{4 + n}", f"8.{11 + n}") for n in range(6)
    ]
    assert all(
        one.after.question.title.startswith(one.before.question.title) for one in study.pairs
    )
    assert [one.gain for one in study.pairs[:2]] == [1.0, None]
    # of the first nothing is told before the second was answered, not even what it earned
    assert (study.pairs[1].before.checked, study.pairs[1].before.credit) == (True, None)
    keep(tmp_path, LAST, **{"8_12": [("20", {"choice": "unsaid"})]})
    assert Study.of(KIT, tmp_path).pairs[1].gain == 0.25
    assert study.due == ()  # what never counts is not asked again


def test_what_went_wrong_is_due_also_by_what_came_of_it_in_a_later_lesson(tmp_path: Path) -> None:
    keep(tmp_path, FIRST, **{"0_1": [("01", 0.0)], "0_2": [("02", 0.0)]})
    keep(tmp_path, "before-01-what-is-this-text", **{"0_1": [("02", 1.0)]})
    due = Study.of(KIT, tmp_path).due
    assert [(one.question.id, one.on) for one in due] == [
        ("0.2", date(2026, 3, 3)),
        ("0.1", date(2026, 3, 5)),
    ]


@pytest.mark.parametrize(("credit", "is_met"), [(1.0, True), (0.7, True), (0.6, False)])
def test_an_objective_is_met_once_its_exercises_are_done_and_most_is_right(
    tmp_path: Path, credit: float, is_met: bool
) -> None:
    use = Sheet.of(FIRST).objectives["use"]
    keep(tmp_path, FIRST, **{"0_1": [("01", credit)], "0_2": [("01", credit)]})
    assert Study.of(KIT, tmp_path).lessons[0].unmet[0] == use  # 0.3 is still to be done
    all_done: dict[str, Any] = {f"0_{n}": [("01", credit)] for n in (1, 2, 3)}
    keep(tmp_path, FIRST, **all_done)
    assert (use in Study.of(KIT, tmp_path).lessons[0].met) is is_met


def test_a_file_that_cannot_be_read_counts_as_none_and_stays(tmp_path: Path) -> None:
    broken = tmp_path / f"{FIRST}.json"
    broken.write_text("{", encoding="utf-8")
    assert not Study.of(KIT, tmp_path).lessons[0].progress.done
    assert broken.read_text(encoding="utf-8") == "{"


@pytest.mark.parametrize(
    ("sure", "right", "meaning"),
    [
        (65, 6, "You know more than you think."),
        (95, 6, "You judge yourself well."),
        (90, 3, "Where you feel certain is a place to slow down."),
        (65, 3, "You judge yourself well."),
    ],
)
def test_how_sure_one_was_stands_against_how_much_was_right(
    sure: int, right: int, meaning: str
) -> None:
    told = Calibration(sure, right, 6)
    said = f"You were {sure} % sure on average; right {right} of 6. {meaning}"
    assert told.words == said


def test_calibration_goes_by_the_first_check_of_what_asked_for_it() -> None:
    sheet = Sheet.of("01-what-is-this-text")
    question = next(one for one in sheet if one.confidence)
    material = sheet.material(question)
    key: dict[str, Any] = msgspec.to_builtins(question.key(material))
    wrong = {**key, "rows": dict(list(key["rows"].items())[1:]), "confidence": 65}
    first = Attempt(did="check", answer=wrong, at="", credit=0.5)
    later = Attempt(did="check", answer={**key, "confidence": 100}, at="", credit=1.0)
    entry = Entry(digest="d", answer=key, at="", attempts=(first, later))
    rows = len(key["rows"])
    assert calibration(sheet, {question.id: entry}) == Calibration(65, rows - 1, rows)
    assert calibration(sheet, {}) is None
