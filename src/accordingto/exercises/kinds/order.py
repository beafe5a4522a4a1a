"""Put cards in order, such as rungs of a ladder."""

from __future__ import annotations

from itertools import combinations
from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.keyless import Shown, shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct
from accordingto.exercises.outcome import Outcome, Part, verdict_of
from accordingto.exercises.question import Answer, Paragraphs, Question
from accordingto.exercises.sequence import Ties, require_ties
from accordingto.text.wording import counted


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One card, and why it stands where it does."""

    id: Shown[str]
    text: Shown[str]
    why: str
    look: Paragraphs = ()


class OrderAnswer(Answer, frozen=True, kw_only=True):
    """The ids of all cards in order; None while none was moved."""

    order: tuple[str, ...] | None = None


class Order(Question[OrderAnswer], frozen=True, kw_only=True):
    """Cards, written in their right order from `first` to `last`.

    A pair in `ties` may stand either way round.
    """

    Answer: ClassVar[type[OrderAnswer]] = OrderAnswer

    first: Shown[str]
    last: Shown[str]
    cards: Annotated[tuple[Card, ...], msgspec.Meta(min_length=2), shown(by="id")]
    ties: Ties = ()

    def score(self, answer: OrderAnswer, material: Material) -> Outcome:
        """Kendall's tau over the pairs that are not tied, and 0 where it is negative."""
        if answer.order is None:
            return Outcome(credit=0.0, headline="Nothing moved yet")
        place = {card: index for index, card in enumerate(answer.order)}
        pairs = self._pairs()
        right = [pair for pair in pairs if place[pair[0]] < place[pair[1]]]
        chance = ": no more than chance gives" if 0 < 2 * len(right) <= len(pairs) else ""
        return Outcome(
            credit=max(0.0, (2 * len(right) - len(pairs)) / len(pairs)),
            headline=f"{len(right)} of {len(pairs)} pairs stand in the right order{chance}",
            parts=tuple(_part(card, pairs, right) for card in self.cards),
        )

    def key(self, material: Material) -> OrderAnswer:
        """The cards as they are written."""
        return OrderAnswer(order=tuple(card.id for card in self.cards))

    def check(self, material: Material) -> None:
        """No two cards of one id, ties of neighbours only, and something left to order."""
        ids = [card.id for card in self.cards]
        require_distinct(ids, "card")
        require_ties(self.ties, ids)
        if not self._pairs():
            raise ValueError("expected at least two cards whose order matters")

    def check_answer(self, answer: OrderAnswer) -> None:
        """Every card, once."""
        ids = [card.id for card in self.cards]
        if answer.order is not None and sorted(answer.order) != sorted(ids):
            raise ValueError(f"expected every card once, of {', '.join(ids)}")

    def _pairs(self) -> list[tuple[str, str]]:
        ids = (card.id for card in self.cards)
        return [pair for pair in combinations(ids, 2) if pair not in self.ties]


def _part(card: Card, pairs: list[tuple[str, str]], right: list[tuple[str, str]]) -> Part:
    mine = [pair for pair in pairs if card.id in pair]
    off = sum(pair not in right for pair in mine)
    share = 1 - off / len(mine) if mine else 1.0
    verdict = verdict_of(share if share == 1 or share > 0.5 else 0.0)
    stand = f"{counted(off, 'card stands', 'cards stand')} on the wrong side of it."
    return Part(
        verdict=verdict,
        label=card.text,
        text=f"{stand} {card.why}" if off else card.why,
        ref=card.id,
        look=card.look,
        early=stand if off else None,
    )


QUESTION = Order
