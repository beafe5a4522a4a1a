"""A field for a number."""

from __future__ import annotations

from accordingto.exercises.kinds.number import Number, NumberAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.views import Control, Said


def parts(question: Number, material: Material) -> list[Control]:
    """One number field with its unit."""
    return [{"part": "number", "field": "value", "label": "Your number", "unit": question.unit}]


def said(question: Number, answer: NumberAnswer, material: Material) -> Said:
    """The number with its unit."""
    return [] if answer.value is None else [("Number", f"{answer.value:g} {question.unit}")]
