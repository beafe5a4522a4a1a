"""The article, or some paragraphs of it, in which statements are marked: source, cue, content."""

from __future__ import annotations

from accordingto.exercises.kinds.link_attribution import (
    ROLE_LABELS,
    LinkAttribution,
    LinkAttributionAnswer,
)
from accordingto.exercises.material import Material
from accordingto.text import Span
from accordingto.widgets.views import Control, Said
from accordingto.widgets.views.mark_spans import in_context, text_to_mark

ONCE = ("source", "cue")  # content is often said in two pieces


def parts(question: LinkAttribution, material: Material) -> list[Control]:
    """The text with the paragraphs asked about, one button a role, and a chooser of statements."""
    return [text_to_mark(material, question.paragraphs, ROLE_LABELS, linked=True, once=ONCE)]


def said(question: LinkAttribution, answer: LinkAttributionAnswer, material: Material) -> Said:
    """Each mark with a little of what stands around it, statement by statement."""
    names = {role.value: role.name for role in ROLE_LABELS}
    marks = sorted(answer.marks or (), key=lambda mark: (mark.record, mark.start))
    return [
        (
            f"Statement {mark.record}, {names[mark.label]}",
            in_context(Span(mark.start, mark.end), material),
        )
        for mark in marks
    ]
