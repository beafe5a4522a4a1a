"""How wide a figure may be with other items of the kind: the percentile bootstrap (Efron 1979)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple, TypeVar

T = TypeVar("T")
WITHIN = 0.95  # of the drawings
FEWEST = 5  # items: of fewer, an interval is a guess


class Interval(NamedTuple):
    """The ends of an interval in the figure's own unit; None where there is none."""

    low: float | None = None
    high: float | None = None


def interval(
    items: Sequence[T], figure: Callable[[Sequence[T]], float | None], *, drawings: int
) -> Interval:
    """The interval of a figure over items drawn again and again, the same for the same items.

    A drawing in which the figure has no value is left out.
    """
    if len(items) < FEWEST:
        return Interval()
    draw = Random(len(items))
    drawn = (figure(draw.choices(items, k=len(items))) for _ in range(drawings))
    known = sorted(one for one in drawn if one is not None)
    outside = round((1 - WITHIN) / 2 * len(known))
    return Interval(known[outside], known[-1 - outside]) if known else Interval()
