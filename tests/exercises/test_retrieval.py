from dataclasses import replace
from pathlib import Path

import pytest

from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered, done
from accordingto.exercises.retrieval import earlier_questions
from kept import instead

SHEET = Sheet.of("04-inside-the-quotation-marks")
LATER = replace(SHEET, lesson="99-later", before=("00-start-here/0.1", "00-start-here/0.2"))


def checked(folder: Path, sheet: Sheet, exercise: str, answer: dict[str, object]) -> None:
    question = sheet[exercise]
    entry = done(question, answered(question, None, answer), "check", sheet.material(question))
    AnswerStore(folder / f"{sheet.lesson}.json").change(exercise, instead(entry))


def test_where_nothing_went_wrong_the_two_that_are_named_are_asked(tmp_path: Path) -> None:
    assert list(earlier_questions(LATER, tmp_path).questions) == ["0.1", "0.2"]
    assert earlier_questions(LATER, tmp_path).lesson == "before-99-later"


def test_the_worst_comes_first_and_what_takes_long_is_left_out(tmp_path: Path) -> None:
    checked(tmp_path, SHEET, "4.4", {"choice": "biden"})  # half
    checked(tmp_path, SHEET, "4.6", {"choice": "same"})  # nothing
    checked(tmp_path, SHEET, "4.7", {"rows": {}} | {"rows": {"blunt": {"whose": "speaker"}}})
    assert list(earlier_questions(LATER, tmp_path).questions) == ["4.6", "4.4"]


def test_a_file_that_cannot_be_read_is_left_to_its_own_lesson(tmp_path: Path) -> None:
    checked(tmp_path, SHEET, "4.6", {"choice": "same"})
    [file] = tmp_path.iterdir()
    newer = file.read_bytes().replace(b'"schema": 1', b'"schema": 2')
    file.write_bytes(newer)
    assert list(earlier_questions(LATER, tmp_path).questions) == ["0.1", "0.2"]
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [newer]


def test_what_was_begun_here_stays_when_something_else_goes_wrong(tmp_path: Path) -> None:
    before = earlier_questions(LATER, tmp_path)
    checked(tmp_path, before, "0.2", {"value": 1})
    checked(tmp_path, SHEET, "4.6", {"choice": "same"})
    assert list(earlier_questions(LATER, tmp_path).questions) == ["0.2", "4.6"]


def test_an_older_question_keeps_its_own_article(tmp_path: Path) -> None:
    checked(tmp_path, SHEET, "4.5", {"value": 80})
    question = earlier_questions(replace(LATER, article="nowhere"), tmp_path)["4.5"]
    assert question.article == "harbour-ferry"
    checked(tmp_path, SHEET, "4.4", {"choice": "paper"})
    question = earlier_questions(replace(LATER, article="nowhere"), tmp_path)["4.4"]
    assert question.article == "white-house-israel-iran"


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ("04-inside-the-quotation-marks/4.1", "no earlier lesson"),
        ("00-start-here/9.9", "has no exercise '9.9'"),
        ("0.1", "no earlier lesson"),
    ],
)
def test_a_pointer_to_nothing_earlier_is_refused(tmp_path: Path, pointer: str, said: str) -> None:
    with pytest.raises(LookupError, match=said):
        earlier_questions(replace(SHEET, before=(pointer,)), tmp_path)
