"""Where the page bears two readings, both are credited; one thought has one credit everywhere."""

from __future__ import annotations

from typing import Any

import pytest

from accordingto.exercises import Sheet
from accordingto.exercises.kinds.chain import Chain
from accordingto.exercises.kinds.choose_one import ChooseOne
from accordingto.exercises.kinds.matrix import Matrix
from accordingto.exercises.kinds.number import Number
from accordingto.exercises.kinds.select_all import SelectAll

SHEETS = {
    name.partition("-")[0].lstrip("0"): Sheet.of(name)
    for name in (
        "01-what-is-this-text",
        "02-who-says-so",
        "03-what-reportedly-hides",
        "04-inside-the-quotation-marks",
        "05-the-verb-is-a-frame",
        "08-source-audit",
    )
}


def asked(exercise: str) -> Any:
    return SHEETS[exercise.partition(".")[0]][exercise]


@pytest.mark.parametrize(
    ("exercise", "value"),
    [("1.2", "document"), ("2.4", "declined"), ("5.8", "human-2")],
)
def test_a_line_that_can_be_read_either_way_neither_gains_nor_loses(
    exercise: str, value: str
) -> None:
    question = asked(exercise)
    assert isinstance(question, SelectAll)
    material = SHEETS[exercise.partition(".")[0]].material(question)
    key = question.key(material)
    without = set(key.choices or ()) - {value}
    for chosen in (without, without | {value}):
        answer = question.answer({"choices": sorted(chosen)})
        assert question.score(answer, material).credit == 1, chosen


def cell(exercise: str, row: str, slot: str, value: str) -> float:
    question = asked(exercise)
    assert isinstance(question, Matrix)
    material = SHEETS[exercise.partition(".")[0]].material(question)
    return question.places(material)[f"{row}/{slot}"][value]


def test_the_place_of_an_interview_taken_for_a_hand_earns_the_same_in_both_lessons() -> None:
    chain = asked("3.4")
    assert isinstance(chain, Chain)
    by_way_of_cnn = {one.chain: one.credit for one in chain.accept}[("rubio", "cnn", "article")]
    assert cell("2.3", "A19", "conduit", "outlet") == by_way_of_cnn == 0.75


def test_a_speaker_guessed_for_the_orphan_earns_the_same_in_both_exercises() -> None:
    orphan = asked("4.4")
    assert isinstance(orphan, ChooseOne)
    guessed = {one.value: one.credit for one in orphan.options}["biden"]
    assert cell("4.7", "brazen", "whose", "speaker") == guessed == 0.5


def test_the_two_paragraphs_that_can_be_defended_as_a_fifth_are_both_met() -> None:
    question = asked("3.1")
    assert isinstance(question, Number)
    five = next(one for one in question.wrong if one.value == 5)
    assert five.credit == 0.75
    assert "Paragraph 6 can be defended" in five.why
    assert "Paragraph 13 can be defended too: “they would leak that”" in five.why


def test_the_limit_of_a_memo_that_no_machine_read_for_is_that_of_ones_own_function() -> None:
    question = asked("8.9")
    assert isinstance(question, SelectAll)
    [limit] = [one for one in question.options if one.value == "machine"]
    assert limit.right is True
    assert limit.text.startswith("My function misses")
    assert "machine" not in limit.text
