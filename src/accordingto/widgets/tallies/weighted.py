"""Chains as one figure: the cards in the order in which readers put them, and how many link two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, ClassVar

from markupsafe import Markup

from accordingto.widgets.tallies.tally import Column, Place, Tally

BEGIN, END = "", "\n"  # no card's id
STEP, TOP, SPINE = 64, 28, 300  # of the drawing, in its own units
THICKEST = 16


class WeightedChain(Tally):
    """Whole chains counted as readings, and every link of two cards by itself.

    `cards` are the names of the cards, `ends` what stands before the first and after the last.
    """

    template: ClassVar[str] = "widgets/tallies/weighted.html"

    def __init__(
        self,
        place: Place,
        read: Callable[[Any], Sequence[str]],
        cards: Mapping[str, Markup],
        ends: tuple[str, str],
    ) -> None:
        super().__init__([place], lambda answer: {place.id: "\t".join(read(answer))})
        self._cards, self._ends = cards, ends

    def label(self, place: Place, reading: str) -> Markup:
        """The chain in one line."""
        if not reading:
            return super().label(place, reading)
        return Markup(" → ").join(self._cards[card] for card in reading.split("\t"))

    def links(self, column: Column) -> Counter[tuple[str, str]]:
        """How many readers pass the words from one card to the next, both ends among them."""
        found: Counter[tuple[str, str]] = Counter()
        for chain, count in column.counts[self.places[0].id].items():
            if chain:
                for link in pairwise([BEGIN, *chain.split("\t"), END]):
                    found[link] += count
        return found

    def drawn(self, columns: Sequence[Column]) -> dict[str, Any]:
        """The links of the latest time as arcs, and the most frequent chains as bars."""
        column, [place] = columns[-1], self.places
        links = self.links(column)
        order = [BEGIN, *self._in_order(column), END]
        arcs = list(_arcs(links, order, column.answers))
        return {
            "arcs": arcs,
            "nodes": [
                (
                    TOP + STEP * index,
                    self._name(card),
                    sum(n for (_, to), n in links.items() if to == card),
                )
                for index, card in enumerate(order)
            ],
            "high": 2 * TOP + STEP * (len(order) - 1),
            "last": len(order) - 1,
            "alt": self._said(links),
            "places": [(place.label, self.drawn_rows(place, columns)[:4])],
        }

    def _in_order(self, column: Column) -> list[str]:
        """The cards by their mean place in the chains that have them; unused ones last."""
        places: dict[str, list[float]] = {card: [0.0, 0.0] for card in self._cards}
        for chain, count in sorted(column.counts[self.places[0].id].items()):
            cards = chain.split("\t") if chain else []
            for index, card in enumerate(cards, 1):
                places[card][0] += count * index / (len(cards) + 1)
                places[card][1] += count
        mean = {card: total / n if n else 2.0 for card, (total, n) in places.items()}
        return sorted(mean, key=lambda card: mean[card])

    def _name(self, card: str) -> str:
        ends = {BEGIN: self._ends[0], END: self._ends[1]}
        return ends.get(card) or str(self._cards[card].striptags())

    def _said(self, links: Counter[tuple[str, str]]) -> str:
        ranked = sorted(links.items(), key=lambda link: (-link[1], link[0]))
        return "; ".join(f"{self._name(a)} to {self._name(b)}: {n}" for (a, b), n in ranked)


def _arcs(
    links: Mapping[tuple[str, str], int], order: Sequence[str], answers: int
) -> Iterator[dict[str, Any]]:
    """Yield each link as an arc to the left of the cards; one that leads back is broken."""
    at = {card: index for index, card in enumerate(order)}
    for (one, other), count in sorted(links.items(), key=lambda link: (link[1], link[0])):
        start, end = (TOP + STEP * at[card] for card in (one, other))
        out = SPINE - 26 - min(250, 46 * (abs(at[other] - at[one]) - 1))
        is_next = at[other] == at[one] + 1
        curve = f"L{SPINE},{end}" if is_next else f"C{out},{start} {out},{end} {SPINE},{end}"
        yield {
            "path": f"M{SPINE},{start} {curve}",
            "width": round(1 + THICKEST * count / answers, 1),
            "back": at[other] < at[one],
            "x": SPINE - 12 if is_next else round(SPINE - 0.75 * (SPINE - out)) - 6,
            "y": (start + end) / 2 + 6,
            "count": count,
        }
