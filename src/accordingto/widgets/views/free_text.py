"""A field for some sentences, and the self-check under it."""

from __future__ import annotations

from html import escape

from accordingto.exercises.kinds.free_text import (
    MARK,
    OWN,
    Criterion,
    FreeText,
    FreeTextAnswer,
)
from accordingto.exercises.material import Material
from accordingto.exercises.quoting import off_the_page
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.views import Control, Said

LABELS = {"show": "Show me a sample"}
_FEWEST_ROWS, _MOST_ROWS = 5, 24
_WORDS_OF_ROW = 20  # of a limit: a memo of 500 words has a tall field


def parts(question: FreeText, material: Material) -> list[Control]:
    """The text, the points to check before handing it in, and the criteria to mark it by."""
    points = [{"value": point, "label": inline(point)} for point in question.self_check]
    rows = min(_MOST_ROWS, max(_FEWEST_ROWS, question.limit // _WORDS_OF_ROW))
    text = {"part": "text", "field": "text", "label": "Your text", "rows": rows}
    return [
        {**text, "limit": question.limit, "least": question.least},
        {"part": "checks", "field": "checked", "label": "I have checked", "options": points},
        *_to_mark(question),
    ]


def _to_mark(question: FreeText) -> list[Control]:
    """The criteria, each with what its levels take, and the marks that one gives oneself."""
    if not question.criteria:
        return []
    rows = [
        {"id": one.id, "label": inline(f"**{one.text}.** {_levels(one)}")}
        for one in question.criteria
    ]
    marks = question.marks_of(question.criteria[0])
    options = [{"value": mark, "label": mark} for mark in marks]
    slots = [{"id": MARK, "label": "Marks", "options": options}]
    label = "When you have written it: what would you give it?"
    return [{"part": "matrix", "field": "own", "label": label, "rows": rows, "slots": slots}]


def _levels(criterion: Criterion) -> str:
    return "; ".join(f"*{step.marks}*: {step.text}" for step in criterion.levels)


def said(question: FreeText, answer: FreeTextAnswer, material: Material) -> Said:
    """The text as written."""
    given = [
        (plain(one.text), answer.own[one.id][MARK])
        for one in question.criteria
        if one.id in answer.own
    ]
    told = ", ".join(f"{name} {mark}" for name, mark in given)
    own = [(OWN, told)] if told else []
    return [("Text", answer.text), *own] if answer.text else []


def meter(question: FreeText, answer: FreeTextAnswer, material: Material) -> str | None:
    """Which quoted words are not on the page, while one types."""
    if question.quote != "page":
        return None
    off = off_the_page(answer.text or "", material.article)
    return "".join(f"<p>“{escape(words)}” is not on the page.</p>" for words in off) or None
