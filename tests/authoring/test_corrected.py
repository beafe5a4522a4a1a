"""What a person corrected is what a made lesson asks."""

from __future__ import annotations

from accordingto.authoring.basis import Basis
from accordingto.instrument import read
from accordingto.pages.correcting import corrected, replay
from accordingto.pages.correcting.deeds import React
from accordingto.readings import read_written
from made_lessons import ABOUT, PAGES, exercises


def test_the_exercise_on_reactions_is_of_those_that_were_corrected() -> None:
    article, _ = read_written(PAGES / "dam-at-orrin")
    draft = read(article)
    rejected, called = (
        next(one.id for one in draft.attributions if article[one.cue[0]] == cue)
        for cue in ("rejected", "called")
    )
    work = replay(
        article,
        draft,
        [
            React(id=rejected, stance="oppose", target="the mayor"),
            React(id=called, stance="criticise", target="the meeting"),
        ],
    )
    for reading, targets in (
        (draft, ["The authority", "The government", "The call", "The engineers"]),
        (corrected(work), ["The authority", "The government", "The mayor", "The engineers"]),
    ):
        made = exercises(Basis(article, reading, ABOUT))
        asked = next(one for one in made if one["title"].startswith("Who reacts"))
        slot = next(one for one in asked["slots"] if one["id"] == "target")
        texts = {option["value"]: option["text"] for option in slot["options"]}
        assert [texts[row["key"]["target"]] for row in asked["rows"]] == targets
    assert [
        (one.actor, one.target) for one in corrected(work).reactions if one.stance == "criticise"
    ] == [("Some critics", "the meeting")]
