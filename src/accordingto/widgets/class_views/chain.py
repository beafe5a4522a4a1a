"""Chains as one weighted figure."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.chain import Chain
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.tally import Place
from accordingto.widgets.tallies.weighted import WeightedChain


def tally(question: Chain, material: Material) -> WeightedChain:
    """Every link of two cards, as strong as readers put it in."""
    return WeightedChain(
        Place(question.id, Markup(), {}),
        lambda answer: answer.chain or (),
        {card.id: inline(card.text) for card in question.cards},
        (question.first, question.last),
    )
