"""Checkboxes."""

from __future__ import annotations

from accordingto.exercises.kinds.select_all import SelectAll, SelectAllAnswer
from accordingto.exercises.material import Material
from accordingto.exercises.sequence import mixed
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.views import Control, Said


def parts(question: SelectAll, material: Material) -> list[Control]:
    """One group of checkboxes, shuffled, for authors write what is right first."""
    texts = {one.value: inline(one.text) for one in question.options}
    options = [{"value": one, "label": texts[one]} for one in mixed(texts, question.id)]
    label = "Choose all that fit"
    return [{"part": "checks", "field": "choices", "label": label, "options": options}]


def said(question: SelectAll, answer: SelectAllAnswer, material: Material) -> Said:
    """The text of every ticked option."""
    ticked = answer.choices or ()
    return [("Chosen", plain(option.text)) for option in question.options if option.value in ticked]
