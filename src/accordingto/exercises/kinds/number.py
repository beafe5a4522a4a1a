"""A number; the wrong ones that readers really give are diagnosed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.choosing import Choosing, Places, Words
from accordingto.exercises.keyless import Shown
from accordingto.exercises.material import Material
from accordingto.exercises.outcome import Outcome, Part, verdict_of
from accordingto.exercises.question import Answer, MayBeBlank, Paragraphs
from accordingto.readings import Credit

Tolerance = Annotated[float, msgspec.Meta(ge=0)]


class Diagnosis(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number that is not the key: how one comes to it, and what it earns all the same."""

    value: float
    why: str
    tolerance: Tolerance = 0.0
    credit: Credit = 0.0
    look: Paragraphs = ()


class NumberAnswer(Answer, frozen=True, kw_only=True):
    """The number given."""

    value: float | None = None


class Number(Choosing[NumberAnswer], frozen=True, kw_only=True):
    """A number within `tolerance` of `value`, in `unit`."""

    Answer: ClassVar[type[NumberAnswer]] = NumberAnswer
    may_be_blank: ClassVar[frozenset[str]] = frozenset({"unit"})

    value: float
    unit: Shown[MayBeBlank]
    why: str
    otherwise: str
    tolerance: Tolerance = 0.0
    wrong: tuple[Diagnosis, ...] = ()
    look: Paragraphs = ()

    def score(self, answer: NumberAnswer, material: Material) -> Outcome:
        """Full credit within the tolerance, else what the first fitting diagnosis gives."""
        given = answer.value
        if given is None:
            return Outcome(credit=0.0, headline="No number yet")
        if abs(given - self.value) <= self.tolerance:
            return _outcome(1.0, self.why, self.look)
        for wrong in self.wrong:
            if abs(given - wrong.value) <= wrong.tolerance:
                return _outcome(wrong.credit, wrong.why, wrong.look)
        return _outcome(0.0, self.otherwise, self.look)

    def key(self, material: Material) -> NumberAnswer:
        """The value."""
        return NumberAnswer(value=self.value)

    def places(self, material: Material) -> Places:
        """One place: the value and the numbers that are diagnosed."""
        return {
            self.id: {
                f"{value:g}": self.score(NumberAnswer(value=value), material).credit or 0.0
                for value in (self.value, *(wrong.value for wrong in self.wrong))
            }
        }

    def filled(self, values: Mapping[str, str]) -> NumberAnswer:
        """The number."""
        return NumberAnswer(value=float(values[self.id]))

    def words(self) -> Words:
        """The key and the numbers that are diagnosed, each with its unit."""
        numbers = [f"{value:g}" for value in (self.value, *(wrong.value for wrong in self.wrong))]
        return {(self.id, number): ("", f"{number} {self.unit}".strip()) for number in numbers}

    def values(self, answer: NumberAnswer) -> dict[str, str]:
        """The number, whichever it is."""
        return {} if answer.value is None else {self.id: f"{answer.value:g}"}

    def check_answer(self, answer: NumberAnswer) -> None:
        """No infinity, and nothing that is not a number."""
        if answer.value is not None and not abs(answer.value) < float("inf"):
            raise ValueError("expected an ordinary number")


def _outcome(credit: float, text: str, look: tuple[int, ...]) -> Outcome:
    part = Part(verdict=verdict_of(credit), text=text, look=look)
    headline = {"right": "Right", "partly": "Partly right"}.get(part.verdict, "Not this number")
    return Outcome(credit=credit, headline=headline, parts=(part,))


QUESTION = Number
