"""The table as a heat map."""

from __future__ import annotations

from accordingto.exercises.kinds.matrix import Matrix
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.heat_map import HeatMap
from accordingto.widgets.tallies.tally import Place


def tally(question: Matrix, material: Material) -> HeatMap:
    """A row for each item, and for each slot the columns of its options."""
    slots = [
        (slot, {option.value: inline(option.text) for option in slot.options})
        for slot in question.slots
    ]
    grid = [
        (
            inline(row.text),
            [
                Place(f"{row.id}/{slot.id}", inline(f"{row.text}, {slot.text}"), options)
                for slot, options in slots
            ],
        )
        for row in question.rows
    ]
    return HeatMap(grid, question.values, [inline(slot.text) for slot, _ in slots])
