"""Numbers as dots on a line, one above the other where they are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import ceil
from typing import Any, ClassVar

from markupsafe import Markup

from accordingto.templates import rendered
from accordingto.widgets.tallies.tally import Column, Place, Readings, Tally

WIDE, EDGE, HIGH = 800, 40, 120  # of the drawing, in its own units
MOST_HIGH, STACKS = 10, 60  # dots above each other, and stacks beside each other
LARGEST = 1e12  # beyond it a number is no answer that a line could show
FAR = 3.0  # times the middle half's width beyond it: further out is not drawn, but said


class Dots(Tally):
    """Numbers on a line for each place; `truth` are the expert's, shown with the expert's answer.

    A number that one reader gave alone is drawn no further out than three times the width of the
    middle half beyond it (Tukey's outer fences, 1977); of those further out their number is said.
    """

    template: ClassVar[str] = "widgets/tallies/dots.html"

    def __init__(
        self,
        places: Sequence[Place],
        read: Callable[[Any], Readings],
        unit: str,
        truth: Mapping[str, float] | None = None,
        scale: tuple[float, float] | None = None,
    ) -> None:
        super().__init__(places, read)
        self._unit, self._truth, self._scale = unit, truth or {}, scale

    def label(self, place: Place, reading: str) -> Markup:
        """The number with its unit."""
        return Markup("{} {}").format(reading, self._unit) if reading else super().label(place, "")

    def drawn(self, columns: Sequence[Column]) -> dict[str, Any]:
        """A line for each place and time."""
        return {"lines": self._lines(columns, {}), "unit": self._unit}

    def revealed(self) -> Markup:
        """The lines once more, with the truth on them."""
        columns = self.columns()
        if not columns or not self._truth:
            return Markup()
        lines = self._lines(columns, self._truth)
        return rendered(self.template, columns=columns, lines=lines, unit=self._unit)

    def _lines(self, columns: Sequence[Column], truth: Mapping[str, float]) -> list[dict[str, Any]]:
        return [
            _line(
                place.label, column, column.counts[place.id], self._ends(place), truth.get(place.id)
            )
            for place in self.places
            for column in columns
        ]

    def _ends(self, place: Place) -> tuple[float, float]:
        """The least and the greatest number on a line: the same at all times."""
        if self._scale:
            return self._scale
        counts = self._now[place.id] + self._first[place.id]
        numbers = sorted(
            one for one in map(float, filter(None, counts.elements())) if abs(one) < LARGEST
        )
        truth = [self._truth[place.id]] if place.id in self._truth else []
        if not numbers:
            return 0.0, 1.0
        low, high = numbers[len(numbers) // 4], numbers[(3 * len(numbers)) // 4]
        reach = FAR * (high - low) or max(1.0, abs(high))
        shared = [one for one, n in Counter(numbers).items() if n > 1]
        within = [one for one in numbers if low - reach <= one <= high + reach] + shared
        least, most = min([*within, *truth]), max([*within, *truth])
        return (least, most) if most > least else (least - 1, most + 1)


def _line(
    label: Markup,
    column: Column,
    counts: Counter[str],
    ends: tuple[float, float],
    truth: float | None,
) -> dict[str, Any]:
    low, high = ends
    numbers = {float(one): n for one, n in sorted(counts.items()) if one and n}
    stacks: Counter[int] = Counter()
    for number, count in numbers.items():
        if low <= number <= high:
            stacks[round(STACKS * (number - low) / (high - low))] += count
    each = max(1, ceil(max(stacks.values(), default=1) / MOST_HIGH))
    said = ", ".join(f"{number:g}: {count}" for number, count in sorted(numbers.items())[:40])
    return {
        "label": label,
        "column": column,
        "each": each,
        "dots": [
            (_x(low + stack * (high - low) / STACKS, ends), HIGH - 12 - 11 * index)
            for stack, count in stacks.items()
            for index in range(ceil(count / each))
        ],
        "marks": [(_x(value, ends), f"{value:g}") for value in _marks(low, high)],
        "truth": None if truth is None else (_x(truth, ends), f"{truth:g}"),
        "far": sum(numbers.values()) - sum(stacks.values()),
        "alt": f"How many gave which number: {said}.",
    }


def _x(value: float, ends: tuple[float, float]) -> float:
    return round(EDGE + (WIDE - 2 * EDGE) * (value - ends[0]) / (ends[1] - ends[0]), 1)


def _marks(low: float, high: float) -> list[float]:
    """Round numbers for a line: at most eight, each a whole step of 1, 2 or 5."""
    step, scale = (high - low) / 6, 1.0
    while scale * 10 <= step:
        scale *= 10
    while scale > step:
        scale /= 10
    step = next(scale * one for one in (1, 2, 5, 10) if scale * one >= step)
    first = ceil(low / step)
    return [round(step * index, 10) for index in range(first, int(high // step) + 1)]
