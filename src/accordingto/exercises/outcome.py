"""The result of scoring an answer: all that feedback, class view and gradebook read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

Verdict = Literal["right", "partly", "near", "wrong", "missing", "extra", "note"]


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Feedback on one row, mark, card or check of an answer.

    `ref` names it in the answer's field; `look` are the numbers of paragraphs worth a look.
    `early` is what is said in place of `text` while one still looks for it oneself, and what is
    `unfound` is told step by step (see `steps`).
    """

    verdict: Verdict
    text: str
    label: str = ""
    ref: str | None = None
    look: tuple[int, ...] = ()
    early: str | None = None
    unfound: bool = False


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Credit from 0 to 1, or None where a person marks or nothing is scored; and why."""

    credit: float | None
    headline: str
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if self.credit is not None and not 0 <= self.credit <= 1:
            raise ValueError(f"outcome: expected credit from 0 to 1, got {self.credit}")


def verdict_of(credit: float) -> Verdict:
    """The word for a share of credit."""
    if credit >= 1:
        return "right"
    return "partly" if credit > 0 else "wrong"


def mean_outcome(credits: Sequence[float], parts: Sequence[Part], what: str) -> Outcome:
    """The mean of the credits of equal items, with a headline that counts the right ones."""
    right = sum(credit >= 1 for credit in credits)
    partly = sum(0 < credit < 1 for credit in credits)
    credit = min(1.0, max(0.0, sum(credits) / len(credits))) if credits else 0.0
    headline = f"{right} of {len(credits)} {what} right" + (f", {partly} in part" if partly else "")
    return Outcome(credit=credit, headline=headline, parts=tuple(parts))


def found_headline(found: int, wanted: int, *, partly: int, nearly: int, extra: int) -> str:
    """How many of the things to find were found, and what else was marked."""
    rest = [f"{partly} in part"] if partly else []
    rest += [f"{nearly} nearly"] if nearly else []
    rest += [f"and marked {extra} too many"] if extra else []
    return ", ".join([f"You found {found} of {wanted}", *rest])
