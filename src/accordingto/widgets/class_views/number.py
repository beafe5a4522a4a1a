"""Numbers on a line."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.number import Number
from accordingto.exercises.material import Material
from accordingto.widgets.tallies.dots import Dots
from accordingto.widgets.tallies.tally import Place


def tally(question: Number, material: Material) -> Dots:
    """A dot for each reader's number."""
    place = Place(question.id, Markup(), {})
    return Dots([place], question.values, question.unit, {question.id: question.value})
