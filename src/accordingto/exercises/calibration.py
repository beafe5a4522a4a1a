"""How sure somebody was over a lesson, against how much was right the first time.

Whoever is right in six of ten where they are 60 % sure is well calibrated (Lichtenstein, Fischhoff
and Phillips 1982).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.exercises.entries import Entry
from accordingto.exercises.flow import outcome
from accordingto.exercises.question import AnswerError
from accordingto.exercises.sheet import Sheet

FAR = 15  # percent by which one may be off and still judge oneself well


@dataclass(frozen=True)
class Calibration:
    """How sure, in percent on average, and how many parts `of` all were right."""

    sure: int
    right: int
    of: int

    @property
    def share(self) -> int:
        """How much was right, in percent."""
        return round(100 * self.right / self.of)

    @property
    def words(self) -> str:
        """Both, and what they say together."""
        if self.share - self.sure > FAR:
            meaning = "You know more than you think."
        elif self.sure - self.share > FAR:
            meaning = "Where you feel certain is a place to slow down."
        else:
            meaning = "You judge yourself well."
        return f"You were {self.sure} % sure on average; right {self.right} of {self.of}. {meaning}"


def calibration(sheet: Sheet, entries: Mapping[str, Entry]) -> Calibration | None:
    """By the first check of each exercise that asked how sure one was; None without any."""
    sure: list[int] = []
    right = of = 0
    for question in sheet:
        entry = entries.get(question.id) if question.confidence else None
        checks = [one for one in (entry.attempts if entry else ()) if one.did == "check"]
        said = checks[0].answer.get("confidence") if checks else None
        if said is None:
            continue
        try:
            told = outcome(question, checks[0].answer, sheet.material(question)).parts
        except AnswerError:  # the exercise has changed since
            continue
        scored = [part.verdict for part in told if part.verdict != "note"]
        sure.append(said)
        right, of = right + scored.count("right"), of + len(scored)
    return Calibration(round(sum(sure) / len(sure)), right, of) if of else None
