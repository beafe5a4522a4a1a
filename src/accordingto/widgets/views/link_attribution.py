"""The article, or some paragraphs of it, to mark with records of source, cue and content."""

from __future__ import annotations

from accordingto.exercises.kinds.link_attribution import (
    ROLES,
    LinkAttribution,
    LinkAttributionAnswer,
)
from accordingto.exercises.material import Material
from accordingto.text import Span
from accordingto.widgets.views import Control, Said
from accordingto.widgets.views.mark_spans import in_context, text_to_mark


def parts(question: LinkAttribution, material: Material) -> list[Control]:
    """The text with the paragraphs asked about, one button a role, and a chooser of records."""
    return [text_to_mark(material, question.paragraphs, ROLES, linked=True)]


def said(question: LinkAttribution, answer: LinkAttributionAnswer, material: Material) -> Said:
    """Each mark with a little of what stands around it, record by record."""
    names = {role.value: role.name for role in ROLES}
    marks = sorted(answer.marks or (), key=lambda mark: (mark.record, mark.start))
    return [
        (
            f"Record {mark.record}, {names[mark.label]}",
            in_context(Span(mark.start, mark.end), material),
        )
        for mark in marks
    ]
