"""What the front end is told after a vote."""

from __future__ import annotations

import re

import msgspec

from accordingto.exercises import Sheet
from accordingto.exercises.flow import answered, done, turn
from accordingto.exercises.question import Question
from accordingto.widgets.state import state


def revealed(question: Question[msgspec.Struct], sheet: Sheet, choice: str) -> str:
    """What a vote brings to see, without its tags."""
    material = sheet.material(question)
    entry = answered(question, None, {"choice": choice})
    before = state(question, turn(question, entry, material), entry, material)
    assert before["reveal"] is None
    voted = done(question, entry, "vote", material)
    told = state(question, turn(question, voted, material), voted, material)
    assert told["feedback"] is None
    return re.sub(r"<[^>]+>", "", told["reveal"])


def test_a_vote_brings_two_arguments_for_two_answers_and_no_count() -> None:
    sheet = Sheet.of("03-what-reportedly-hides")
    question = sheet["3.2"]
    told = revealed(question, sheet, "none")
    assert told.startswith("You voted: None: nobody is named. Here is the best that can be said")
    first, second = question.arguments
    for one in (first, second):
        assert f"{one.choice}. {one.why}" in told
    assert "readers" not in told


def test_without_arguments_one_talks_it_over() -> None:
    sheet = Sheet.of("01-what-is-this-text")
    question = msgspec.structs.replace(sheet["1.6"], vote=True)
    assert revealed(question, sheet, "machine").endswith(
        "Talk it over with somebody, and answer again: change it or keep it."
    )
