"""Texts by the content words that they share."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.free_text import FreeText
from accordingto.exercises.material import Material
from accordingto.widgets.tallies.likeness import Likeness
from accordingto.widgets.tallies.tally import Place


def tally(question: FreeText, material: Material) -> Likeness:
    """Groups of texts."""
    place = Place(question.id, Markup(), {})
    return Likeness(place, lambda answer: answer.text or "", question.prompt)
