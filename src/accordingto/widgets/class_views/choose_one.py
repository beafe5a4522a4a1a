"""Votes as bars."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.choose_one import ChooseOne
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.bars import Bars
from accordingto.widgets.tallies.tally import Place


def tally(question: ChooseOne, material: Material) -> Bars:
    """A bar for each option."""
    options = {option.value: inline(option.text) for option in question.options}
    return Bars([Place(question.id, Markup(), options)], question.values)
