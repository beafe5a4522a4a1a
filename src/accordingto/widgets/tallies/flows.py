"""Cards as flows between classes: from the first vote to now, or from the key's class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from accordingto.templates import rendered
from accordingto.widgets.tallies.heat_map import HeatMap
from accordingto.widgets.tallies.tally import OPEN, Column, Place, Readings

HIGH, GAP, BAR = 300, 14, 18  # of the drawing, in its own units
LEFT, RIGHT = 230, 570


@dataclass(frozen=True)
class Flow:
    """A band of the drawing, of `width`, from a height on the left to one on the right."""

    count: int
    width: float
    path: str


class Flows(HeatMap):
    """Cards by their classes; `key` is the expert's class of each card."""

    template: ClassVar[str] = "widgets/tallies/flows.html"

    def __init__(
        self,
        cards: Sequence[Place],
        read: Callable[[Any], Readings],
        key: Readings,
        head: Markup,
    ) -> None:
        super().__init__([(card.label, [card]) for card in cards], read, [head])
        self._key, self._names = key, cards[0].options
        self.moves: Counter[tuple[str, str]] = Counter()

    def moved(self, before: Readings, now: Readings) -> None:
        """Count each card's way from class to class."""
        for card in self.places:
            way = before.get(card.id, OPEN), now.get(card.id, OPEN)
            if OPEN not in way:
                self.moves[way] += 1

    def drawn(self, columns: Sequence[Column]) -> dict[str, Any]:
        """The table, and the flows where there are two votes."""
        both = len(columns) == 2 and self.moves
        words = f"From the {self.first_words} to now", self.first_words, "now"
        return super().drawn(columns) | {"flow": self._flow(self.moves, *words) if both else ""}

    def revealed(self) -> Markup:
        """From the key's class of each card to the classes that readers put it in."""
        columns = self.columns()
        ways: Counter[tuple[str, str]] = Counter()
        for card in self.places if columns else ():
            for name, count in columns[-1].counts[card.id].items():
                if name and count:
                    ways[self._key[card.id], name] += count
        words = "From the expert’s class to the readers’", "the expert", "the class"
        return self._flow(ways, *words) if ways else Markup()

    def _flow(self, ways: Mapping[tuple[str, str], int], title: str, *ends: str) -> Markup:
        names = list(self._names)
        unit = (HIGH - GAP * (len(names) - 1)) / sum(ways.values())
        sides = [
            [(name, sum(n for way, n in ways.items() if way[side] == name)) for name in names]
            for side in (0, 1)
        ]
        said = [
            f"{_plain(self._names[one])} to {_plain(self._names[other])} {count}"
            for (one, other), count in sorted(ways.items(), key=lambda way: (-way[1], way[0]))
        ]
        return rendered(
            "widgets/tallies/flow.html",
            title=title,
            ends=ends,
            alt=f"{title}: {'; '.join(said)}.",
            bars=[list(_bars(side, unit, self._names)) for side in sides],
            flows=list(_flows(ways, names, unit, sides)),
        )


def _bars(
    side: Sequence[tuple[str, int]], unit: float, names: Mapping[str, Markup]
) -> Iterator[tuple[float, float, int, str]]:
    """Yield the top, the height, the count and the words of each class on one side."""
    top = 0.0
    for name, count in side:
        yield round(top, 1), round(count * unit, 1), count, _plain(names[name])
        top += count * unit + GAP


def _flows(
    ways: Mapping[tuple[str, str], int],
    names: Sequence[str],
    unit: float,
    sides: Sequence[Sequence[tuple[str, int]]],
) -> Iterator[Flow]:
    tops = []
    for side in sides:
        top, at = 0.0, {}
        for name, count in side:
            at[name] = top
            top += count * unit + GAP
        tops.append(at)
    middle = (LEFT + RIGHT) / 2
    for one in names:
        for other in names:
            if count := ways.get((one, other), 0):
                width = count * unit
                start, end = tops[0][one] + width / 2, tops[1][other] + width / 2
                tops[0][one] += width
                tops[1][other] += width
                curve = f"C{middle},{start:.1f} {middle},{end:.1f} {RIGHT - BAR},{end:.1f}"
                yield Flow(count, round(width, 1), f"M{LEFT + BAR},{start:.1f} {curve}")


def _plain(html: Markup) -> str:
    return str(html.striptags())
