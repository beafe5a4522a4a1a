"""Free text: its writer checks it against a list, and a person marks it with the rubric."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import msgspec

from accordingto.exercises.keyless import Shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part
from accordingto.exercises.points import rounded
from accordingto.exercises.question import Answer, Question, in_sheets
from accordingto.exercises.quoting import is_on, quotations
from accordingto.exercises.steps import WHICH
from accordingto.text.wording import counted

STILL = "Still to check"
OWN, MARK = "Your own marks", "mark"


class Level(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A level of the rubric, with an answer that stands at it."""

    marks: Annotated[int, msgspec.Meta(ge=0)]
    text: str
    sample: str


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What it takes for so many marks in one criterion."""

    marks: Shown[Annotated[int, msgspec.Meta(ge=0)]]
    text: Shown[str]


class Criterion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of several things that a text is marked by, each by itself."""

    id: Shown[str]
    text: Shown[str]
    levels: Shown[Annotated[tuple[Step, ...], msgspec.Meta(min_length=2)]]


class FreeTextAnswer(Answer, frozen=True, kw_only=True):
    """The text, the points of the self-check that were ticked, and its writer's own marks.

    `own` gives for each criterion its marks, as the table of the view has them: `{"mark": "4"}`.
    """

    text: str | None = None
    checked: tuple[str, ...] | None = None
    own: dict[str, dict[str, str]] = {}


Quoting = Literal["page", "own", "none"]


class FreeText(Question[FreeTextAnswer], frozen=True, kw_only=True):
    """A free text of `least` to `limit` words, with its rubric and a self-check.

    Where it is marked by several `criteria`, their levels are shown, and its writer marks it too;
    what each gives adds up to all the points.

    It is to `quote` the page, or a page of one's `own`, or `none`. Samples come after an answer of
    the asked length that quotes what it is to quote, or on request.
    """

    Answer: ClassVar[type[FreeTextAnswer]] = FreeTextAnswer
    typed: ClassVar[bool] = True
    unscored: ClassVar[bool] = True

    rubric: Annotated[tuple[Level, ...], in_sheets(minItems=1)]
    self_check: Shown[tuple[str, ...]]
    limit: Shown[Annotated[int, msgspec.Meta(ge=1)]] = 120
    least: Shown[Annotated[int, msgspec.Meta(ge=1)]] = 1
    quote: Shown[Quoting] = "none"
    criteria: Shown[tuple[Criterion, ...]] = ()

    def score(self, answer: FreeTextAnswer, material: Material) -> Outcome:
        """No credit, which a person gives; the self-check is echoed and samples are shown."""
        if self.untouched(answer):
            return Outcome(credit=None, headline="Nothing written yet")
        open_points = [point for point in self.self_check if point not in (answer.checked or ())]
        parts = [Part(verdict="note", label=STILL, text=point) for point in open_points]
        parts += self.own_marks(answer)
        parts += [
            Part(verdict="note", label=f"{level.marks} of {self.top}", text=_level_text(level))
            for level in sorted(self.rubric, key=lambda level: -level.marks)
        ]
        return Outcome(credit=None, headline="Kept. A person marks this one", parts=tuple(parts))

    def own_marks(self, answer: FreeTextAnswer) -> list[Part]:
        """What its writer would give it: the sum, and which criteria are still to mark."""
        given = {one.id: answer.own[one.id][MARK] for one in self.criteria if one.id in answer.own}
        if not given:
            return []
        left = [one.text for one in self.criteria if one.id not in given]
        more = f" Not marked yet: {', '.join(left)}." if left else ""
        total = sum(map(int, given.values()))
        return [Part(verdict="note", label=OWN, text=f"{total} of {rounded(self.points)}.{more}")]

    def told(self, answer: FreeTextAnswer, material: Material, step: int) -> Outcome:
        """Without the samples while it is not yet what was asked for, and with what is lacking."""
        outcome = self.score(answer, material)
        lacking = self._lacking(answer, material)
        if step >= WHICH or not lacking or self.untouched(answer):
            return outcome
        told = [Part(verdict="note", label="Not yet", text=one) for one in lacking]
        told += [part for part in outcome.parts if part.label == STILL]
        return Outcome(credit=None, headline="Kept, and not done yet", parts=tuple(told))

    def complete(self, answer: FreeTextAnswer, material: Material) -> bool:
        """Whether it has the asked length, and quotes."""
        return not self._lacking(answer, material)

    def _lacking(self, answer: FreeTextAnswer, material: Material) -> list[str]:
        text = answer.text or ""
        quoted, count = quotations(text), len(text.split())
        lacking = []
        if count < self.least:
            words = counted(count, "word stands", "words stand")
            lacking.append(f"{self.least} words or more are asked for; {words} here.")
        if self.quote == "page" and not any(is_on(material.article, one) for one in quoted):
            lacking.append("No words of the page are quoted: put some between quotation marks.")
        if self.quote == "own" and not quoted:
            lacking.append("Nothing is quoted: put words of your page between quotation marks.")
        return lacking

    def untouched(self, answer: FreeTextAnswer) -> bool:
        """Whether nothing was written: blanks and a ticked point are no text."""
        return not (answer.text or "").strip()

    @property
    def top(self) -> int:
        """The highest level of the rubric."""
        return max(level.marks for level in self.rubric)

    def key(self, material: Material) -> FreeTextAnswer:
        """The sample answer at the top of the rubric, with the whole self-check ticked."""
        best = max(self.rubric, key=lambda level: level.marks)
        return FreeTextAnswer(text=best.sample, checked=self.self_check)

    def check(self, material: Material) -> None:
        """The top of the rubric earns all the points."""
        if not self.rubric:
            raise ValueError("expected at least one level in `rubric`")
        if self.top != self.points:
            raise ValueError(f"expected `points: {self.top}`, the top of the rubric")
        most = sum(max(step.marks for step in one.levels) for one in self.criteria)
        if self.criteria and most != self.points:
            raise ValueError(
                f"expected criteria that add up to {rounded(self.points)}, and not {most}"
            )
        require_distinct([one.id for one in self.criteria], "criterion")
        if self.least > self.limit:
            raise ValueError("expected `least` to be no more than `limit`")
        if lacking := self._lacking(self.key(material), material):
            raise ValueError(f"its own best sample is not what is asked for: {lacking[0]}")

    def check_answer(self, answer: FreeTextAnswer) -> None:
        """Only points of the self-check can be ticked, and only marks of a criterion given."""
        require_known(answer.checked or (), self.self_check, "point")
        offered = {one.id: self.marks_of(one) for one in self.criteria}
        require_known(answer.own, offered, "criterion")
        for name, cells in answer.own.items():
            require_known(cells, [MARK], "slot")
            require_known(cells.values(), offered[name], "mark")

    @staticmethod
    def marks_of(criterion: Criterion) -> list[str]:
        """The marks that can be given in a criterion, all to none; what lies between levels too."""
        top = max(step.marks for step in criterion.levels)
        return [str(mark) for mark in range(top, -1, -1)]


def _level_text(level: Level) -> str:
    return f"{level.text} For example: {level.sample}"


QUESTION = FreeText
