"""The text, shaded by how many marked it."""

from __future__ import annotations

from accordingto.exercises.kinds.mark_spans import MarkSpans
from accordingto.exercises.material import Material
from accordingto.text import Span
from accordingto.widgets.tallies.shading import Shading


def tally(question: MarkSpans, material: Material) -> Shading:
    """A shading for each label; a mark without one has the first."""
    default = question.labels[0].value
    return Shading(
        material.article,
        question.paragraphs,
        {label.value: label.name for label in question.labels},
        lambda answer: (
            (mark.label or default, Span(mark.start, mark.end)) for mark in answer.marks or ()
        ),
    )
