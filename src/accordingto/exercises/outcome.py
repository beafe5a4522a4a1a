"""What scoring an answer gives. Feedback, class view and gradebook read nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

Verdict = Literal["right", "partly", "wrong", "missing", "extra", "note"]


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is said of one row, mark, card or case of an answer.

    `ref` names it in the answer's field; `look` are the numbers of paragraphs worth a look.
    """

    verdict: Verdict
    text: str
    label: str = ""
    ref: str | None = None
    look: tuple[int, ...] = ()


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
    credit = min(1.0, max(0.0, sum(credits) / len(credits))) if credits else 0.0
    return Outcome(
        credit=credit, headline=f"{right} of {len(credits)} {what} right", parts=tuple(parts)
    )
