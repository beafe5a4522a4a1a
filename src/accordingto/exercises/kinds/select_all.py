"""Tick all that fit. A wrong tick costs what a right one earns, so ticking all earns little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

import msgspec

from accordingto.exercises.choosing import Choosing, Places, Words
from accordingto.exercises.keyless import Shown, hidden, shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part, Verdict
from accordingto.exercises.question import SOME, Answer, Paragraphs, in_sheets
from accordingto.text.wording import counted

TICKED, LEFT = "ticked", "left"


class Tickable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One option; `either` can be defended both ways, so that it neither gains nor loses."""

    value: Shown[str]
    text: Shown[str]
    right: Annotated[bool | Literal["either"], hidden("either")]
    why: str
    look: Paragraphs = ()


class SelectAllAnswer(Answer, frozen=True, kw_only=True):
    """The values of the ticked options; None while none was ever ticked."""

    choices: tuple[str, ...] | None = None


class SelectAll(Choosing[SelectAllAnswer], frozen=True, kw_only=True):
    """Several of several options."""

    Answer: ClassVar[type[SelectAllAnswer]] = SelectAllAnswer

    options: Annotated[
        tuple[Tickable, ...],
        SOME,
        in_sheets(contains={"properties": {"right": {"const": True}}}),
        shown(by="value"),
    ]

    def score(self, answer: SelectAllAnswer, material: Material) -> Outcome:
        """Plus/minus scoring: right ticks less wrong ones, over the right options; at least 0."""
        if answer.choices is None:
            return Outcome(credit=0.0, headline="Nothing ticked yet")
        ticked = [option for option in self.options if option.value in answer.choices]
        hits = sum(option.right is True for option in ticked)
        slips = sum(option.right is False for option in ticked)
        wanted = sum(option.right is True for option in self.options)
        more = f", and {counted(slips, 'that does', 'that do')} not fit" if slips else ""
        return Outcome(
            credit=max(0.0, (hits - slips) / wanted),
            headline=f"{hits} of {wanted} found{more}",
            parts=tuple(
                Part(
                    verdict=verdict,
                    label=one.text,
                    text=one.why,
                    ref=one.value,
                    look=one.look,
                    unfound=verdict == "missing",
                )
                for one in self.options
                if (verdict := _verdict(one, one in ticked))
            ),
        )

    def key(self, material: Material) -> SelectAllAnswer:
        """All options that are right."""
        return SelectAllAnswer(
            choices=tuple(one.value for one in self.options if one.right is True)
        )

    def check(self, material: Material) -> None:
        """Require distinct options, at least one of them right."""
        require_distinct([option.value for option in self.options], "option")
        if not self.key(material).choices:
            raise ValueError("expected one option with `right: true`")

    def check_answer(self, answer: SelectAllAnswer) -> None:
        """Require ticks to be options, each ticked once."""
        require_known(answer.choices or (), [option.value for option in self.options], "option")
        require_distinct(answer.choices or (), "option")

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

    def words(self) -> Words:
        """The texts of the options, each ticked or left."""
        return {
            (option.value, value): (option.text, value)
            for option in self.options
            for value in (TICKED, LEFT)
        }

    def values(self, answer: SelectAllAnswer) -> dict[str, str]:
        """Every option, ticked or left, once one was ever ticked."""
        if answer.choices is None:
            return {}
        return {
            option.value: TICKED if option.value in answer.choices else LEFT
            for option in self.options
        }


def _verdict(option: Tickable, ticked: bool) -> Verdict | None:
    if option.right == "either":
        return "note" if ticked else None
    if ticked:
        return "right" if option.right else "wrong"
    return "missing" if option.right else None


QUESTION = SelectAll
