"""Tick all that fit. A wrong tick costs what a right one earns, so ticking all earns little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

import msgspec

from accordingto.exercises.choosing import Choosing, Places
from accordingto.exercises.material import Material
from accordingto.exercises.names import distinct, known
from accordingto.exercises.outcome import Outcome, Part, Verdict
from accordingto.exercises.question import SOME, Answer, Paragraphs, in_sheets

TICKED, LEFT = "ticked", "left"


class Tickable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One option; `either` can be defended both ways, so that it neither gains nor loses."""

    value: str
    text: str
    right: bool | Literal["either"]
    why: str
    look: Paragraphs = ()


class SelectAllAnswer(Answer, frozen=True, kw_only=True):
    """The values of the ticked options; None while none was ever ticked."""

    choices: tuple[str, ...] | None = None


class SelectAll(Choosing[SelectAllAnswer], frozen=True, kw_only=True):
    """Several of several options."""

    Answer: ClassVar[type[SelectAllAnswer]] = SelectAllAnswer

    options: Annotated[
        tuple[Tickable, ...], SOME, in_sheets(contains={"properties": {"right": {"const": True}}})
    ]

    def score(self, answer: SelectAllAnswer, material: Material) -> Outcome:
        """Plus/minus scoring: right ticks less wrong ones, over the right options; at least 0."""
        if answer.choices is None:
            return Outcome(credit=0.0, headline="Nothing ticked yet")
        ticked = [option for option in self.options if option.value in answer.choices]
        hits = sum(option.right is True for option in ticked)
        slips = sum(option.right is False for option in ticked)
        wanted = sum(option.right is True for option in self.options)
        more = f", and {slips} that {'does' if slips == 1 else 'do'} not fit" if slips else ""
        return Outcome(
            credit=max(0.0, (hits - slips) / wanted),
            headline=f"{hits} of {wanted} found{more}",
            parts=tuple(
                Part(verdict=verdict, label=one.text, text=one.why, ref=one.value, look=one.look)
                for one in self.options
                if (verdict := _verdict(one, one in ticked))
            ),
        )

    def key(self, material: Material) -> SelectAllAnswer:
        """All options that are right."""
        return SelectAllAnswer(
            choices=tuple(one.value for one in self.options if one.right is True)
        )

    def without_key(self) -> Self:
        """The options, in the order of their values, without their reason."""
        options = tuple(
            Tickable(value=one.value, text=one.text, right="either", why="")
            for one in sorted(self.options, key=lambda one: one.value)
        )
        return msgspec.structs.replace(super().without_key(), options=options)

    def check(self, material: Material) -> None:
        """No two options of one value, and at least one that is right."""
        distinct([option.value for option in self.options], "option")
        if not self.key(material).choices:
            raise ValueError("expected one option with `right: true`")

    def check_answer(self, answer: SelectAllAnswer) -> None:
        """What is ticked must be an option, and ticked once."""
        known(answer.choices or (), [option.value for option in self.options], "option")
        distinct(answer.choices or (), "option")

    def places(self, material: Material) -> Places:
        """Every option, ticked or left."""
        return {
            option.value: {
                TICKED: float(option.right is not False),
                LEFT: float(option.right is not True),
            }
            for option in self.options
        }

    def filled(self, values: Mapping[str, str]) -> SelectAllAnswer:
        """The ticked options."""
        return SelectAllAnswer(
            choices=tuple(one.value for one in self.options if values[one.value] == TICKED)
        )


def _verdict(option: Tickable, ticked: bool) -> Verdict | None:
    if option.right == "either":
        return "note" if ticked else None
    if ticked:
        return "right" if option.right else "wrong"
    return "missing" if option.right else None


QUESTION = SelectAll
