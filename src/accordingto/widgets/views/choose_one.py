"""Radio buttons."""

from __future__ import annotations

from accordingto.exercises.kinds.choose_one import ChooseOne, ChooseOneAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.views import Control, Said


def parts(question: ChooseOne, material: Material) -> list[Control]:
    """One group of radio buttons."""
    options = [{"value": one.value, "label": inline(one.text)} for one in question.options]
    return [{"part": "radios", "field": "choice", "label": "Choose one", "options": options}]


def said(question: ChooseOne, answer: ChooseOneAnswer, material: Material) -> Said:
    """The text of the chosen option."""
    return [("Chosen", plain(one.text)) for one in question.options if one.value == answer.choice]
