"""The text, shaded for each role of a statement."""

from __future__ import annotations

from accordingto.exercises.kinds.link_attribution import ROLE_LABELS, LinkAttribution
from accordingto.exercises.material import Material
from accordingto.text import Span
from accordingto.widgets.tallies.shading import Shading


def tally(question: LinkAttribution, material: Material) -> Shading:
    """A shading for source, cue and content."""
    return Shading(
        material.article,
        question.paragraphs,
        {role.value: role.name for role in ROLE_LABELS},
        lambda answer: ((mark.label, Span(mark.start, mark.end)) for mark in answer.marks or ()),
    )
