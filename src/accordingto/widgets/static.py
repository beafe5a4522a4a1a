"""The still face of an exercise: what a saved notebook, a print or a feedback page shows."""

from __future__ import annotations

from html import escape
from typing import Any

from accordingto.exercises import Entry, Material, Outcome, Question
from accordingto.exercises.outcome import Verdict
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.views import view_of

WORDS: dict[Verdict, str] = {
    "right": "✓ right",
    "partly": "◐ partly right",
    "wrong": "✗ not this",
    "missing": "○ missing",
    "extra": "+ not in the expert’s",
    "note": "• note",
}

_NOTE = "Your answer, as saved. Run this cell to change it."
_STYLE = "<style>.at-static dt{font-weight:600}</style>"


def static_html(
    question: Question[Any],
    entry: Entry | None,
    outcome: Outcome | None,
    material: Material,
    note: str = _NOTE,
) -> str:
    """The exercise with the answer in it, as HTML that needs no script and no network."""
    feedback = outcome_html(outcome) if outcome else ""
    title = f"Exercise {escape(question.id)}: {escape(question.title)}"
    return (
        f'{_STYLE}<section class="at-static" aria-label="{title}">'
        f"<p><strong>{title}</strong>. {note}</p>"
        f"{answer_html(question, entry, material)}{feedback}</section>"
    )


def answer_html(question: Question[Any], entry: Entry | None, material: Material) -> str:
    """What was answered, line by line."""
    answer = question.answer(entry.answer) if entry else question.begin()
    lines = view_of(question).said(question, answer, material)
    said = "".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in lines)
    return f"<dl>{said}</dl>" if said else "<p>Not answered yet.</p>"


def outcome_html(outcome: Outcome) -> str:
    """The headline, then each part: its verdict in sign and word, why, and where to look."""
    items = "".join(
        f"<li>{WORDS[part.verdict]}"
        f"{' – ' + inline(part.label) if part.label else ''}{colon(part.label)} "
        f"{inline(part.text)}{look_text(part.look)}</li>"
        for part in outcome.parts
    )
    return f"<p>{escape(outcome.headline)}</p><ul>{items}</ul>"


def outcome_text(question: Question[Any], outcome: Outcome) -> str:
    """Score and feedback in plain lines, for a solved notebook."""
    lines = [f"{question.id} {question.title}: {score_text(question, outcome)}"]
    for part in outcome.parts:
        label = f" {plain(part.label)}{colon(part.label)}" if part.label else ""
        lines.append(f"  {WORDS[part.verdict]} –{label} {plain(part.text)}{look_text(part.look)}")
    return "\n".join(lines)


def colon(label: str) -> str:
    """The colon between a label and what is said of it; none after a mark that ends it."""
    return "" if plain(label).endswith((".", "?", "!", ":")) else ":"


def score_text(question: Question[Any], outcome: Outcome) -> str:
    """The headline, and the points where points are given."""
    if outcome.credit is None or not question.points:
        return outcome.headline
    points = round(outcome.credit * question.points, 2)
    return f"{outcome.headline} ({points:g} of {question.points:g} points)"


def look_text(paragraphs: tuple[int, ...]) -> str:
    """Where to look, in words."""
    if not paragraphs:
        return ""
    noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    return f" [see {noun} {', '.join(map(str, paragraphs))}]"
