"""Build the chain by which some words came to this page; some of the cards are decoys."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

import msgspec

from accordingto.exercises.material import Material
from accordingto.exercises.names import distinct, known
from accordingto.exercises.outcome import Outcome, Part, Verdict
from accordingto.exercises.question import SOME, Answer, Paragraphs, Question, in_sheets
from accordingto.exercises.sequence import arranged
from accordingto.readings import Credit

Hands = Annotated[tuple[str, ...], in_sheets(minItems=2, uniqueItems=True)]


class Hand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A card: one hand through which the words may have passed."""

    id: str
    text: str
    why: str
    look: Paragraphs = ()


class OtherChain(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another chain that can be defended."""

    chain: Hands
    credit: Credit
    why: str


class ChainAnswer(Answer, frozen=True, kw_only=True):
    """The ids of the cards in the chain; None while none was put in."""

    chain: tuple[str, ...] | None = None


class Chain(Question[ChainAnswer], frozen=True, kw_only=True):
    """Cards of which some belong into a chain that leads from `first` to `last`."""

    Answer: ClassVar[type[ChainAnswer]] = ChainAnswer

    cards: Annotated[tuple[Hand, ...], SOME]
    chain: Hands
    first: str = "whose words"
    last: str = "this page"
    accept: tuple[OtherChain, ...] = ()

    def score(self, answer: ChainAnswer, material: Material) -> Outcome:
        """The nearest of the chains that count, by its credit: half for cards, half for order."""
        built = answer.chain
        if built is None:
            return Outcome(credit=0.0, headline="No card put in yet")
        for other in self.accept:
            if built == other.chain:
                said = Part(verdict="partly" if other.credit < 1 else "right", text=other.why)
                return Outcome(credit=other.credit, headline="Can be defended", parts=(said,))
        credits = [arranged(built, self.chain)]
        credits += [other.credit * arranged(built, other.chain) for other in self.accept]
        missing = [card for card in self.cards if card.id in self.chain and card.id not in built]
        fitting = sum(card in self.chain for card in built)
        headline = f"{fitting} of {len(self.chain)} hands found"
        return Outcome(
            credit=max(credits),
            headline="The whole chain" if built == self.chain else headline,
            parts=(
                *(_part(self._card(card), self._verdict(card, built)) for card in built),
                *(_part(card, "missing") for card in missing),
            ),
        )

    def key(self, material: Material) -> ChainAnswer:
        """The chain."""
        return ChainAnswer(chain=self.chain)

    def without_key(self) -> Self:
        """The cards, in the order of their ids, with the decoys among them."""
        cards = sorted(self.cards, key=lambda card: card.id)
        return msgspec.structs.replace(
            super().without_key(),
            cards=tuple(Hand(id=card.id, text=card.text, why="") for card in cards),
            chain=(),
            accept=(),
        )

    def check(self, material: Material) -> None:
        """No two cards of one id, chains of at least two cards that are there, and fair credits.

        A chain that can be defended earns no less than it would as a wrong one.
        """
        ids = [card.id for card in self.cards]
        distinct(ids, "card")
        for chain in (self.chain, *(other.chain for other in self.accept)):
            known(chain, ids, "card")
            distinct(chain, "card")
            if len(chain) < 2:
                raise ValueError("expected at least two cards in a chain")
        for other in self.accept:
            if other.credit < (least := arranged(other.chain, self.chain)):
                cards = ", ".join(other.chain)
                raise ValueError(f"accept {cards}: expected a credit of {least:.2f} or more")

    def check_answer(self, answer: ChainAnswer) -> None:
        """Cards that are there, each once."""
        known(answer.chain or (), [card.id for card in self.cards], "card")
        distinct(answer.chain or (), "card")

    def _verdict(self, card: str, built: tuple[str, ...]) -> Verdict:
        """A card that belongs is right where the card before it is the one that should be."""
        if card not in self.chain:
            return "wrong"
        before = (None, *built)[built.index(card)]
        return "right" if before == (None, *self.chain)[self.chain.index(card)] else "partly"

    def _card(self, wanted: str) -> Hand:
        return next(card for card in self.cards if card.id == wanted)


def _part(card: Hand, verdict: Verdict) -> Part:
    text = f"It belongs, but not in this place. {card.why}" if verdict == "partly" else card.why
    return Part(verdict=verdict, label=card.text, text=text, ref=card.id, look=card.look)


QUESTION = Chain
