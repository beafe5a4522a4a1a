"""Build the chain by which some words came to this page; some of the cards are decoys."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.keyless import Shown, shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part, Verdict, verdict_of
from accordingto.exercises.question import SOME, Answer, Paragraphs, Question, in_sheets
from accordingto.exercises.sequence import arranged, misplaced
from accordingto.readings import Credit

Hands = Annotated[tuple[str, ...], in_sheets(minItems=2, uniqueItems=True)]


class Hand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A card: one hand through which the words may have passed.

    One that the page does not disclose is drawn with a broken edge, as `charts.chain` draws it.
    """

    id: Shown[str]
    text: Shown[str]
    why: str
    look: Paragraphs = ()
    undisclosed: Shown[bool] = False


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

    cards: Annotated[tuple[Hand, ...], SOME, shown(by="id")]
    chain: Hands
    first: Shown[str] = "whose words"
    last: Shown[str] = "this page"
    accept: tuple[OtherChain, ...] = ()

    def score(self, answer: ChainAnswer, material: Material) -> Outcome:
        """The best of the chains that count: half for cards, half for order.

        What is said is said by the chain that has most of the cards put in.
        """
        built = answer.chain
        if built is None:
            return Outcome(credit=0.0, headline="No card put in yet")
        for other in self.accept:
            if built == other.chain:
                said = Part(verdict="partly" if other.credit < 1 else "right", text=other.why)
                return Outcome(credit=other.credit, headline="Can be defended", parts=(said,))
        credits = {self.chain: arranged(built, self.chain)}
        credits |= {one.chain: one.credit * arranged(built, one.chain) for one in self.accept}
        nearest = max(credits, key=lambda chain: (len({*chain} & {*built}), credits[chain]))
        off = misplaced(built, nearest)
        put_in = [self._put_in(self._card(card), nearest, off) for card in built]
        missing = [self._card(card) for card in nearest if card not in built]
        return Outcome(
            credit=max(credits.values()),
            headline="The whole chain" if built == self.chain else _headline(built, nearest, off),
            parts=(*put_in, *(_part(card, "missing", card.why) for card in missing)),
        )

    def key(self, material: Material) -> ChainAnswer:
        """The chain."""
        return ChainAnswer(chain=self.chain)

    def check(self, material: Material) -> None:
        """No two cards of one id, chains of at least two cards that are there, and fair credits.

        A chain that can be defended earns no less than it would as a wrong one.
        """
        ids = [card.id for card in self.cards]
        require_distinct(ids, "card")
        for chain in (self.chain, *(other.chain for other in self.accept)):
            require_known(chain, ids, "card")
            require_distinct(chain, "card")
            if len(chain) < 2:
                raise ValueError("expected at least two cards in a chain")
        for other in self.accept:
            if other.credit < (least := arranged(other.chain, self.chain)):
                cards = ", ".join(other.chain)
                raise ValueError(f"accept {cards}: expected a credit of {least:.2f} or more")

    def check_answer(self, answer: ChainAnswer) -> None:
        """Cards that are there, each once."""
        require_known(answer.chain or (), [card.id for card in self.cards], "card")
        require_distinct(answer.chain or (), "card")

    def _put_in(self, card: Hand, nearest: tuple[str, ...], off: set[str]) -> Part:
        """A card that belongs is right where it follows the one that it should follow."""
        if card.id not in nearest:
            return _part(card, "wrong", card.why)
        if card.id not in self.chain:
            other = next(one for one in self.accept if one.chain == nearest)
            return _part(card, verdict_of(other.credit), other.why)
        if card.id in off:
            elsewhere = "It belongs, but not in this place."
            return _part(card, "partly", f"{elsewhere} {card.why}", early=elsewhere)
        return _part(card, "right", card.why)

    def _card(self, wanted: str) -> Hand:
        return next(card for card in self.cards if card.id == wanted)


def _headline(built: tuple[str, ...], nearest: tuple[str, ...], off: set[str]) -> str:
    """What was found, what is too many, and whether the order is another."""
    found = sum(card in nearest for card in built)
    rest = [f"{len(built) - found} too many"] if len(built) > found else []
    rest += ["in another order"] if off and found == len(nearest) else []
    return ", ".join([f"{found} of {len(nearest)} hands found", *rest])


def _part(card: Hand, verdict: Verdict, text: str, early: str | None = None) -> Part:
    return Part(
        verdict=verdict,
        label=card.text,
        text=text,
        ref=card.id,
        look=card.look,
        early=early,
        unfound=verdict == "missing",
    )


QUESTION = Chain
