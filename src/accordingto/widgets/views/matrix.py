"""A table of menus."""

from __future__ import annotations

from accordingto.exercises.kinds.matrix import Matrix, MatrixAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.views import Control, Said


def parts(question: Matrix, material: Material) -> list[Control]:
    """One table: a row an item, a menu a slot."""
    slots = [
        {
            "id": slot.id,
            "label": slot.text,
            "options": [{"value": one.value, "label": one.text} for one in slot.options],
        }
        for slot in question.slots
    ]
    rows = [{"id": row.id, "label": inline(row.text)} for row in question.rows]
    label = "Choose for each row"
    return [{"part": "matrix", "field": "rows", "label": label, "rows": rows, "slots": slots}]


def said(question: Matrix, answer: MatrixAnswer, material: Material) -> Said:
    """A line for each row that was answered."""
    names = {
        (slot.id, option.value): plain(option.text)
        for slot in question.slots
        for option in slot.options
    }
    return [
        (plain(row.text), ", ".join(names[cell] for cell in answer.rows[row.id].items()))
        for row in question.rows
        if answer.rows.get(row.id)
    ]
