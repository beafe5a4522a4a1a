"""A field for some sentences, and the self-check under it."""

from __future__ import annotations

from accordingto.exercises.kinds.free_text import FreeText, FreeTextAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.views import Control, Said


def parts(question: FreeText, material: Material) -> list[Control]:
    """The text, then the points to check before handing it in."""
    points = [{"value": point, "label": inline(point)} for point in question.self_check]
    text = {"part": "text", "field": "text", "label": "Your text", "rows": 5}
    return [
        {**text, "limit": question.limit},
        {"part": "checks", "field": "checked", "label": "I have checked", "options": points},
    ]


def said(question: FreeText, answer: FreeTextAnswer, material: Material) -> Said:
    """The text as written."""
    return [("Text", answer.text)] if answer.text else []
