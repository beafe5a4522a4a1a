"""Ratings by the wording that was read."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.rate import Rate
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.heat_map import HeatMap
from accordingto.widgets.tallies.tally import Place


def tally(question: Rate, material: Material) -> HeatMap:
    """A row for each wording; whoever read another one leaves it open."""
    steps = {str(one): Markup(one) for one in range(1, question.steps + 1)}
    grid = [
        (label, [Place(one.value, label, steps)])
        for one in question.wordings
        for label in [inline(one.text)]
    ]
    head = Markup("Rating, from {} to {}").format(question.low, question.high)
    return HeatMap(
        grid,
        lambda answer: {answer.wording or "": str(answer.rating)},
        [head],
    )
