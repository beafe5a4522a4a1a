"""Choose one option; a defensible alternative earns part of the credit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.choosing import Choosing, Places, Words
from accordingto.exercises.keyless import Shown, shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part, verdict_of
from accordingto.exercises.question import SOME, Answer, Paragraphs, in_sheets
from accordingto.readings import Credit


class Option(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One option, its credit from 0 to 1, and the feedback for choosing it."""

    value: Shown[str]
    text: Shown[str]
    why: str
    credit: Credit = 0.0
    look: Paragraphs = ()


class ChooseOneAnswer(Answer, frozen=True, kw_only=True):
    """The value of the chosen option."""

    choice: str | None = None


class ChooseOne(Choosing[ChooseOneAnswer], frozen=True, kw_only=True):
    """One of several options."""

    Answer: ClassVar[type[ChooseOneAnswer]] = ChooseOneAnswer

    options: Annotated[
        tuple[Option, ...],
        SOME,
        in_sheets(contains={"properties": {"credit": {"const": 1}}, "required": ["credit"]}),
        shown(),
    ]

    def score(self, answer: ChooseOneAnswer, material: Material) -> Outcome:
        """The credit of the chosen option."""
        chosen = self._option(answer.choice)
        if chosen is None:
            return Outcome(credit=0.0, headline="Nothing chosen yet")
        verdict = verdict_of(chosen.credit)
        part = Part(verdict=verdict, text=chosen.why, ref=chosen.value, look=chosen.look)
        headline = {"right": "Right", "partly": "Partly right"}.get(verdict, "Not this one")
        return Outcome(credit=chosen.credit, headline=headline, parts=(part,))

    def key(self, material: Material) -> ChooseOneAnswer:
        """The first option with full credit. Raises ValueError when there is none."""
        for option in self.options:
            if option.credit == 1:
                return ChooseOneAnswer(choice=option.value)
        raise ValueError("expected one option with `credit: 1`")

    def check(self, material: Material) -> None:
        """There is a key, and no two options of one value."""
        require_distinct([option.value for option in self.options], "option")
        self.key(material)

    def check_answer(self, answer: ChooseOneAnswer) -> None:
        """The choice must be an option."""
        if answer.choice is not None:
            require_known([answer.choice], [option.value for option in self.options], "option")

    def places(self, material: Material) -> Places:
        """One place: the question itself."""
        return {self.id: {option.value: option.credit for option in self.options}}

    def filled(self, values: Mapping[str, str]) -> ChooseOneAnswer:
        """The choice."""
        return ChooseOneAnswer(choice=values[self.id])

    def words(self) -> Words:
        """The texts of the options."""
        return {(self.id, option.value): ("", option.text) for option in self.options}

    def values(self, answer: ChooseOneAnswer) -> dict[str, str]:
        """The choice."""
        return {} if answer.choice is None else {self.id: answer.choice}

    def _option(self, value: str | None) -> Option | None:
        return next((option for option in self.options if option.value == value), None)


QUESTION = ChooseOne
