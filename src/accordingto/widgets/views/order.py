"""Cards to put in order."""

from __future__ import annotations

from accordingto.exercises.kinds.order import Order, OrderAnswer
from accordingto.exercises.material import Material
from accordingto.exercises.sequence import shuffled
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.views import Control, Said


def parts(question: Order, material: Material) -> list[Control]:
    """One list of cards, shuffled."""
    texts = {card.id: card.text for card in question.cards}
    cards = [{"id": one, "label": inline(texts[one])} for one in shuffled(texts, question.id)]
    label = f"From {question.first} to {question.last}"
    return [{"part": "cards", "mode": "order", "field": "order", "label": label, "cards": cards}]


def said(question: Order, answer: OrderAnswer, material: Material) -> Said:
    """The cards, numbered."""
    texts = {card.id: card.text for card in question.cards}
    return [(str(place), plain(texts[card])) for place, card in enumerate(answer.order or (), 1)]
