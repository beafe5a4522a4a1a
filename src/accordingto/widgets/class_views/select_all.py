"""A bar for each option: how many ticked it."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.select_all import LEFT, TICKED, SelectAll
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.bars import Ticks
from accordingto.widgets.tallies.tally import Place

READINGS = {TICKED: Markup("ticked"), LEFT: Markup("not ticked")}


def tally(question: SelectAll, material: Material) -> Ticks:
    """The options, in the order of the sheet."""
    places = [Place(option.value, inline(option.text), READINGS) for option in question.options]
    return Ticks(places, question.values, TICKED)
