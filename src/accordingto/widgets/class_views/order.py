"""Cards by the places that they were put in."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.order import Order
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.heat_map import HeatMap
from accordingto.widgets.tallies.tally import Place


def tally(question: Order, material: Material) -> HeatMap:
    """A row for each card, a column for each place."""
    numbers = {str(one): Markup(one) for one in range(1, len(question.cards) + 1)}
    grid = [
        (label, [Place(card.id, label, numbers)])
        for card in question.cards
        for label in [inline(card.text)]
    ]
    head = Markup("Place, from {} to {}").format(inline(question.first), inline(question.last))
    return HeatMap(
        grid,
        lambda answer: {card: str(at) for at, card in enumerate(answer.order or (), 1)},
        [head],
    )
