"""A rating on a scale, for one of several wordings that is drawn at random; never scored.

A class that rates the same event under different verbs makes a small experiment of its own, as
Loftus and Palmer did with *hit* and *smashed* (1974).
"""

from __future__ import annotations

from random import SystemRandom
from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.keyless import Shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part
from accordingto.exercises.question import Answer, Points, Question, in_sheets


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way of saying it."""

    value: Shown[str]
    text: Shown[str]


class RateAnswer(Answer, frozen=True, kw_only=True):
    """The wording that was shown, and the rating from 1; None while none was given."""

    wording: str | None = None
    rating: int | None = None


class Rate(Question[RateAnswer], frozen=True, kw_only=True):
    """A scale of `steps` from `low` to `high`, for one of the wordings."""

    Answer: ClassVar[type[RateAnswer]] = RateAnswer

    low: Shown[str]
    high: Shown[str]
    wordings: Shown[Annotated[tuple[Wording, ...], msgspec.Meta(min_length=2)]]
    after: str
    steps: Shown[Annotated[int, msgspec.Meta(ge=2, le=11)]] = 7
    points: Shown[Annotated[Points, in_sheets(const=0)]] = 0.0

    def score(self, answer: RateAnswer, material: Material) -> Outcome:
        """No credit: the rating is kept, and all wordings are shown."""
        if answer.rating is None:
            return Outcome(credit=None, headline="No rating yet")
        shown = [
            Part(
                verdict="note",
                label="Yours" if one.value == answer.wording else "Others read",
                text=one.text,
                ref=one.value,
            )
            for one in self.wordings
        ]
        headline = f"Kept: {answer.rating} of {self.steps}. There is no right answer"
        after = Part(verdict="note", text=self.after)
        return Outcome(credit=None, headline=headline, parts=(*shown, after))

    def begin(self) -> RateAnswer:
        """A wording, drawn for this reader."""
        return RateAnswer(wording=SystemRandom().choice(self.wordings).value)

    def key(self, material: Material) -> RateAnswer:
        """Any rating will do: the first wording, in the middle of the scale."""
        return RateAnswer(wording=self.wordings[0].value, rating=(self.steps + 1) // 2)

    def check(self, material: Material) -> None:
        """Each wording has its own value, and there are no points."""
        require_distinct([wording.value for wording in self.wordings], "wording")
        if self.points:
            raise ValueError("a rating is not scored: expected `points: 0`")

    def check_answer(self, answer: RateAnswer) -> None:
        """A wording that is there, and a rating on the scale."""
        if answer.wording is not None:
            require_known([answer.wording], [wording.value for wording in self.wordings], "wording")
        if answer.rating is not None and not 1 <= answer.rating <= self.steps:
            raise ValueError(f"expected a rating from 1 to {self.steps}")

    def untouched(self, answer: RateAnswer) -> bool:
        """Whether no rating was given: the wording is there from the beginning."""
        return answer.rating is None


QUESTION = Rate
