"""Cards to build a chain from."""

from __future__ import annotations

from accordingto.exercises.kinds.chain import Chain, ChainAnswer
from accordingto.exercises.material import Material
from accordingto.exercises.sequence import shuffled
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.views import Control, Said


def parts(question: Chain, material: Material) -> list[Control]:
    """All cards, shuffled, and a chain to put them in."""
    texts = {card.id: card.text for card in question.cards}
    cards = [{"id": one, "label": inline(texts[one])} for one in shuffled(texts, question.id)]
    label = f"From {question.first} to {question.last}"
    return [{"part": "cards", "mode": "chain", "field": "chain", "label": label, "cards": cards}]


def said(question: Chain, answer: ChainAnswer, material: Material) -> Said:
    """The chain in one line."""
    texts = {card.id: card.text for card in question.cards}
    return (
        [("Chain", " → ".join(plain(texts[card]) for card in answer.chain))] if answer.chain else []
    )
