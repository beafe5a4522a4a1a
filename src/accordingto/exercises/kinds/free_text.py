"""Some sentences of one's own: a person marks them with the rubric; the writer checks first."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

import msgspec

from accordingto.exercises.material import Material
from accordingto.exercises.names import known
from accordingto.exercises.outcome import Outcome, Part
from accordingto.exercises.question import Answer, Question, in_sheets


class Level(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A level of the rubric, with an answer that stands at it."""

    marks: Annotated[int, msgspec.Meta(ge=0)]
    text: str
    sample: str


class FreeTextAnswer(Answer, frozen=True, kw_only=True):
    """The text, and which points of the self-check its writer ticked."""

    text: str | None = None
    checked: tuple[str, ...] | None = None


class FreeText(Question[FreeTextAnswer], frozen=True, kw_only=True):
    """A free text of at most `limit` words, with its rubric and a self-check."""

    Answer: ClassVar[type[FreeTextAnswer]] = FreeTextAnswer
    unscored: ClassVar[bool] = True

    rubric: Annotated[tuple[Level, ...], in_sheets(minItems=1)]
    self_check: tuple[str, ...]
    limit: Annotated[int, msgspec.Meta(ge=1)] = 120

    def score(self, answer: FreeTextAnswer, material: Material) -> Outcome:
        """No credit, which a person gives; the self-check is echoed and samples are shown."""
        if self.untouched(answer):
            return Outcome(credit=None, headline="Nothing written yet")
        open_points = [point for point in self.self_check if point not in (answer.checked or ())]
        parts = [Part(verdict="note", label="Still to check", text=point) for point in open_points]
        parts += [
            Part(verdict="note", label=f"{level.marks} of {self.top}", text=_level_text(level))
            for level in sorted(self.rubric, key=lambda level: -level.marks)
        ]
        return Outcome(credit=None, headline="Kept. A person marks this one", parts=tuple(parts))

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

    def without_key(self) -> Self:
        """The self-check and the limit."""
        return msgspec.structs.replace(super().without_key(), rubric=())

    def check(self, material: Material) -> None:
        """The top of the rubric earns all the points."""
        if not self.rubric:
            raise ValueError("expected at least one level in `rubric`")
        if self.top != self.points:
            raise ValueError(f"expected `points: {self.top}`, the top of the rubric")

    def check_answer(self, answer: FreeTextAnswer) -> None:
        """Only points of the self-check can be ticked."""
        known(answer.checked or (), self.self_check, "point")


def _level_text(level: Level) -> str:
    return f"{level.text} For example: {level.sample}"


QUESTION = FreeText
