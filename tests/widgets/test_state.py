"""What the front end is told of what others answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from accordingto.exercises import Sheet
from accordingto.exercises.flow import turn
from accordingto.widgets.state import state


def bars(lesson: str, exercise: str) -> list[tuple[str, int, str]]:
    sheet = Sheet.of(lesson)
    asked = sheet[exercise]
    material = sheet.material(asked)
    seen = replace(turn(asked, None, material), others=True)
    others: dict[str, Any] = state(asked, seen, None, material)["others"]
    assert others["of"] == 24
    return [(bar["label"], bar["count"], bar["words"]) for bar in others["bars"]]


def test_a_table_has_a_bar_a_row_with_all_its_labels_most_first() -> None:
    told = bars("07-do-we-agree", "7.2")
    assert len(told) == 12
    assert told[0] == (
        "staunchly affirming their alliance with the Israelis (1)",
        12,
        "act only 12 · indirect 8 · mixed 2 · orphan 1 · direct 1",
    )


def test_what_few_have_said_is_one_number() -> None:
    label, count, words = bars("02-who-says-so", "2.3")[1]
    assert (label[:23], count) == ("“As the president said,", 11)
    assert words.split(" · ")[0] == "The president or his spokesman, A named person 11"
    assert words.split(" · ")[5:] == ["other 5"]


def test_one_question_has_a_bar_an_answer() -> None:
    told = bars("04-inside-the-quotation-marks", "4.6")
    assert [(count, words) for _, count, words in told] == [
        (17, "17 of 24"),
        (4, "4 of 24"),
        (2, "2 of 24"),
        (1, "1 of 24"),
    ]
