"""Cards to put in order."""

from __future__ import annotations

from accordingto.exercises.kinds.order import Order, OrderAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.boards import shuffled_cards
from accordingto.widgets.markdown import plain
from accordingto.widgets.views import Control, Said


def parts(question: Order, material: Material) -> list[Control]:
    """One list of cards, shuffled."""
    label = f"From {question.first} to {question.last}"
    texts = {card.id: card.text for card in question.cards}
    return [shuffled_cards("order", "order", label, texts, question.id)]


def said(question: Order, answer: OrderAnswer, material: Material) -> Said:
    """The cards, numbered."""
    texts = {card.id: plain(card.text) for card in question.cards}
    return [(str(place), texts[card]) for place, card in enumerate(answer.order or (), 1)]
