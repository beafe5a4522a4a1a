"""The article, or some paragraphs of it, to mark."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from accordingto.exercises.kinds.mark_spans import Label, MarkSpans, MarkSpansAnswer
from accordingto.exercises.material import Material
from accordingto.text import Span
from accordingto.widgets.views import Control, Said

SIGNS = "●◆▲■★✚"
CONTEXT = 30  # code points at most on each side of a mark in a saved notebook
FIRST, LAST = 12, 6  # words shown of a long mark: the article itself stays in seeds/


def parts(question: MarkSpans, material: Material) -> list[Control]:
    """The text with the paragraphs asked about, and one button a label."""
    return [text_to_mark(material, question.paragraphs, question.labels, linked=False)]


def text_to_mark(
    material: Material,
    paragraphs: Sequence[int],
    labels: Sequence[Label],
    *,
    linked: bool,
    once: Collection[str] = (),
) -> Control:
    """The control for marks, without the text.

    `linked` marks are parts of statements, of which each has one of the labels in `once`: a second
    begins the next statement.
    """
    article = material.article
    shown = [article.paragraphs[number - 1] for number in paragraphs]
    return {
        "part": "marks",
        "field": "marks",
        "label": "Mark the text",
        "paragraphs": [[one.start, one.end] for one in shown],
        "numbers": list(paragraphs),
        "labels": [
            {
                "value": label.value,
                "name": label.name,
                "sign": sign,
                "once": label.value in once,
            }
            for label, sign in zip(labels, SIGNS, strict=False)
        ],
        "linked": linked,
    }


def said(question: MarkSpans, answer: MarkSpansAnswer, material: Material) -> Said:
    """Each mark with a little of what stands around it."""
    names = {label.value: label.name for label in question.labels}
    default = question.labels[0].name
    lines = []
    for mark in sorted(answer.marks or (), key=lambda mark: (mark.start, -mark.end)):
        span = Span(mark.start, mark.end)
        label = f"{names.get(mark.label, default)}, paragraph {material.article.paragraph_of(span)}"
        lines.append((label, in_context(span, material)))
    return lines


def in_context(span: Span, material: Material) -> str:
    """A mark between brackets, with a few whole words of its paragraph on each side."""
    article = material.article
    paragraph = article.paragraphs[article.paragraph_of(span) - 1]
    before = article.text[paragraph.start : span.start]
    after = article.text[span.end : paragraph.end]
    if len(before) > CONTEXT:
        before = f"… {before[-CONTEXT:].partition(' ')[2]}"
    if len(after) > CONTEXT:
        after = f"{after[:CONTEXT].rpartition(' ')[0]} …"
    return f"{before}[{_shortened(article[span])}]{after}"


def _shortened(text: str) -> str:
    words = text.split()
    if len(words) <= FIRST + LAST:
        return text
    return f"{' '.join(words[:FIRST])} … {' '.join(words[-LAST:])}"
