"""Cards to build a chain from."""

from __future__ import annotations

from accordingto.exercises.kinds.chain import Chain, ChainAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.boards import shuffled_cards
from accordingto.widgets.markdown import plain
from accordingto.widgets.views import Control, Said


def parts(question: Chain, material: Material) -> list[Control]:
    """All cards, shuffled, and a chain to put them in."""
    label = f"From {question.first} to {question.last}"
    board = shuffled_cards("chain", "chain", label, _texts(question), question.id)
    undisclosed = {card.id for card in question.cards if card.undisclosed}
    cards = [card | {"undisclosed": card["id"] in undisclosed} for card in board["cards"]]
    return [board | {"cards": cards, "first": question.first, "last": question.last}]


def said(question: Chain, answer: ChainAnswer, material: Material) -> Said:
    """The chain in one line."""
    texts = _texts(question)
    chain = " → ".join(plain(texts[card]) for card in answer.chain or ())
    return [("Chain", chain)] if chain else []


def _texts(question: Chain) -> dict[str, str]:
    return {card.id: card.text for card in question.cards}
