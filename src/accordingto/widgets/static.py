"""The still face of an exercise: what a saved notebook, a print or a feedback page shows."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from accordingto.exercises import Answer, Entry, Material, Outcome, Question
from accordingto.exercises.outcome import Verdict
from accordingto.exercises.points import rounded
from accordingto.templates import rendered
from accordingto.text.wording import paragraphs
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.views import view_of

WORDS: dict[Verdict, str] = {
    "right": "✓ right",
    "partly": "◐ partly right",
    "near": "≈ near",
    "wrong": "✗ not this",
    "missing": "○ missing",
    "extra": "+ one too many",
    "note": "• note",
}

# What works from every state: a page whose server was gone has to be loaded anew.
AGAIN = "save and reload this page, then choose Kernel, Restart Kernel and Run All Cells"
NO_FACE = (
    "the JupyterLab that shows this page lacks the extension anywidget, which must be installed "
    "where JupyterLab is and not only where Python runs, or a rule of its server "
    "(Content-Security-Policy) forbids scripts from “blob:”"
)
ASK_WHOM = "Your answers are safe. Whoever set up this JupyterLab can mend it: show them this"
_NOTE = f"Your answer, as saved. To change it, {AGAIN}."


def static_html(
    question: Question[Any],
    entry: Entry | None,
    outcome: Outcome | None,
    material: Material,
    note: str = "",
    given: Answer | None = None,
) -> Markup:
    """The exercise with the answer in it, as HTML that needs no script and no network.

    A `note` stands where a notebook says how to go on: on a page that has no live face.
    `given` is the answer of the entry, where the caller has it in its own type already.
    """
    return rendered(
        "widgets/face.html",
        title=f"Exercise {question.id}: {question.title}",
        note=note or _NOTE,
        answer=answer_html(question, entry, material, given),
        feedback=outcome_html(outcome) if outcome else "",
        help="" if note else f"Then {NO_FACE}. {ASK_WHOM}.",
    )


def answer_html(
    question: Question[Any], entry: Entry | None, material: Material, given: Answer | None = None
) -> Markup:
    """The answer, line by line."""
    if given is None:
        given = question.answer(entry.answer) if entry else question.begin()
    lines = view_of(question).said(question, given, material)
    return rendered("widgets/answer.html", lines=lines)


def outcome_html(outcome: Outcome, page: str = "") -> Markup:
    """The headline, then each part: its verdict in sign and word, why, and where to look.

    Where a document holds the article, `page` is what its anchors begin with: see `look_text`.
    """
    parts = [
        {
            "verdict": WORDS[part.verdict],
            "label": inline(part.label),
            "colon": colon(part.label),
            "text": inline(part.text),
            "look": look_text(part.look, page),
        }
        for part in outcome.parts
    ]
    return rendered("widgets/outcome.html", headline=outcome.headline, parts=parts)


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
    points = rounded(outcome.credit * question.points)
    return f"{outcome.headline} ({points} of {rounded(question.points)} points)"


def look_text(look: tuple[int, ...], page: str = "") -> str:
    """Where to look, in words; with links to `#PAGE-4` and so on, if a `page` is named."""
    if not look:
        return ""
    if not page:
        return f" [see {paragraphs(look, ', '.join)}]"
    named = [Markup('<a href="#{}-{}">{}</a>').format(page, number, number) for number in look]
    return Markup(" [see {}]").format(Markup(paragraphs(named, ", ".join)))
