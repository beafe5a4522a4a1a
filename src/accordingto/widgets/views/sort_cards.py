"""Cards to sort into classes."""

from __future__ import annotations

from accordingto.exercises.kinds.sort_cards import SortCards, SortCardsAnswer
from accordingto.exercises.material import Material
from accordingto.exercises.sequence import mixed
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.views import Control, Said


def parts(question: SortCards, material: Material) -> list[Control]:
    """The cards, shuffled, for authors write class by class; and a place for each class."""
    texts = {card.id: inline(card.text) for card in question.cards}
    return [
        {
            "part": "cards",
            "mode": "sort",
            "field": "classes",
            "label": "Sort the cards",
            "cards": [{"id": id, "label": texts[id]} for id in mixed(texts, question.id)],
            "classes": [{"id": one.value, "label": inline(one.text)} for one in question.classes],
        }
    ]


def said(question: SortCards, answer: SortCardsAnswer, material: Material) -> Said:
    """Each card with its class."""
    names = {one.value: plain(one.text) for one in question.classes}
    return [
        (plain(card.text), names[answer.classes[card.id]])
        for card in question.cards
        if card.id in answer.classes
    ]
