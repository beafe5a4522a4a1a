"""Cards in classes, and their flows from class to class."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.sort_cards import SortCards
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.flows import Flows
from accordingto.widgets.tallies.tally import Place


def tally(question: SortCards, material: Material) -> Flows:
    """A row for each card."""
    classes = {one.value: inline(one.text) for one in question.classes}
    key = question.values(question.key(material))
    named = dict(zip((card.id for card in question.cards), question.places(material), strict=True))
    cards = [Place(named[card.id], inline(card.text), classes) for card in question.cards]
    return Flows(cards, question.values, key, Markup("Class"))
