"""State sent to the front end: an exercise's fixed shape, and its state after each turn."""

from __future__ import annotations

from html import escape
from typing import Any

import msgspec

from accordingto.exercises import Answer, Entry, Material, Question
from accordingto.exercises.edits import offers
from accordingto.exercises.flow import Turn
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.outcome import Outcome, Part
from accordingto.exercises.remarks import has_begun, own_mark, reason_of, rubric_of
from accordingto.templates import rendered
from accordingto.widgets.markdown import block, inline
from accordingto.widgets.static import WORDS, colon, score_text
from accordingto.widgets.views import view_of

LABELS = {
    "predict": "Lock my prediction",
    "vote": "Cast my vote",
    "check": "Check",
    "show": "Show the expert’s answer",
}
CONFIDENCE = {
    "part": "slider",
    "field": "confidence",
    "label": "How sure are you?",
    "min": 0,
    "max": 100,
    "step": 5,
    "low": "a guess",
    "high": "certain",
}
READ = ("note", "wording")  # controls that are only read
VOTED = "Talk it over with somebody, and answer again: change it or keep it."
ARGUED = "Here is the best that can be said for two different answers. Weigh it, and answer again."


def shape(question: Question[Any], material: Material, store: str) -> dict[str, Any]:
    """The fixed part: title, prompt and controls. `store` names the answer's own place."""
    parts = [
        *view_of(question).parts(question, material),
        *([CONFIDENCE] if question.confidence else []),
    ]
    return {
        "id": question.id,
        "title": question.title,
        "prompt": block(question.prompt),
        "points": question.points,
        "worked": block(question.worked) if question.worked else None,
        "store": store,
        "paragraphs": len(material.article.paragraphs),
        "isAnother": question.article is not None,
        "empty": _empty(question, parts),
        "parts": parts,
    }


def _empty(question: Question[Any], parts: list[dict[str, Any]]) -> dict[str, Any]:
    """What an answer that is cleared holds, for each control that takes a part of it."""
    begun: dict[str, Any] = msgspec.to_builtins(question.begin())
    return {one["field"]: begun.get(one["field"]) for one in parts if one["part"] not in READ}


def state(
    question: Question[Any],
    turn: Turn,
    entry: Entry | None,
    material: Material,
    votes: str = "",
) -> dict[str, Any]:
    """The changing part: stage, buttons, time of saving, offers, feedback, reveal.

    `votes` is the class's own distribution, as HTML, which stands beside one's vote.
    Times are those of the answer file, with their zone: the reader's own clock says them.
    """
    return {
        "stage": turn.stage,
        "saved": entry.at if entry else None,
        "tries": turn.tries,
        "locked": turn.locked,
        "actions": [] if isinstance(question, Code) else _actions(question, turn),
        "feedback": feedback(question, turn.outcome) if turn.outcome else None,
        "reveal": _reveal(question, turn, material, votes),
        "meter": _meter(question, turn.answer, material),
        "queue": _queue(question, turn.answer, material),
        "code": None if turn.stage in ("predict", "kept") else _code(question, turn.answer),
        "figure": _guess(question, turn),
        "aside": _expert(question, material) if turn.shown else None,
        "remarks": None if turn.stage == "kept" else _remarks(question, turn, entry),
        "offers": [
            {"edit": one.edit, "why": one.did, "at": one.at}
            for one in offers(entry)
            if entry and one.answer != entry.answer
        ],
    }


def _remarks(question: Question[Any], turn: Turn, entry: Entry | None) -> dict[str, Any]:
    """What the student may say beside the answer, and has said: only of what was checked."""
    levels = [
        {"marks": level.marks, "text": level.text} for level in rubric_of(question) if turn.outcome
    ]
    return {
        "levels": levels,
        "mark": own_mark(entry),
        "checked": turn.tries > 0,
        "otherwise": reason_of(entry),
        "begun": has_begun(entry),
    }


def _actions(question: Question[Any], turn: Turn) -> list[dict[str, Any]]:
    labels = {**LABELS, **getattr(view_of(question), "LABELS", {})}
    return [
        {"do": did, "label": labels[did], "disabled": not turn.ready and did != "show"}
        for did in turn.actions
    ]


def _reveal(question: Question[Any], turn: Turn, material: Material, votes: str) -> str | None:
    """The material that a prediction or a vote reveals."""
    if question.reveal and turn.prediction is not None:
        words = _words(question, turn.prediction, material)
        return f"<p>You predicted: {words}.</p>{block(question.reveal)}"
    if turn.vote is not None:
        words = _words(question, turn.vote, material)
        argued = "".join(f"\n- **{one.choice}.** {one.why}" for one in question.arguments)
        return f"<p>You voted: {words}. {ARGUED if argued else VOTED}</p>{block(argued)}{votes}"
    return None


def _guess(question: Question[Any], turn: Turn) -> str | None:
    """What was guessed against what is so, once that is known: no number is given away."""
    draw = getattr(view_of(question), "guess", None)
    known = turn.shown or (turn.outcome is not None and turn.outcome.credit == 1)
    if draw is None or turn.prediction is None or not known:
        return None
    drawn: str | None = draw(question, question.answer(turn.prediction))
    return drawn


def _meter(question: Question[Any], answer: Answer, material: Material) -> str | None:
    measure = getattr(view_of(question), "meter", None)
    return measure(question, answer, material) if measure else None


def _queue(question: Question[Any], answer: Answer, material: Material) -> dict[str, Any] | None:
    """What is looked at one after the other, where the exercise is such a queue."""
    shown = getattr(view_of(question), "queue", None)
    return shown(question, answer, material) if shown else None


def _code(question: Question[Any], answer: Answer) -> str | None:
    written = getattr(view_of(question), "code", None)
    if written:
        return block(written(question, answer))
    return block(f"```python\n{question.code}\n```") if question.code else None


def feedback(question: Question[Any], outcome: Outcome) -> dict[str, Any]:
    """The headline with its points, the credit, and each part with where its verdict stands."""
    return {
        "headline": score_text(question, outcome),
        "credit": outcome.credit,
        "parts": [told(part) for part in outcome.parts],
    }


def told(part: Part) -> dict[str, Any]:
    """One line of feedback: its verdict, in words too, what it is about and why."""
    return {
        "ref": part.ref,
        "verdict": part.verdict,
        "words": WORDS[part.verdict],
        "label": inline(part.label) + colon(part.label) if part.label else "",
        "text": inline(part.text),
        "look": list(part.look),
    }


def _expert(question: Question[Any], material: Material) -> str:
    lines = view_of(question).said(question, question.key(material), material)
    return rendered("widgets/expert.html", lines=lines)


def _words(question: Question[Any], data: dict[str, Any], material: Material) -> str:
    lines = view_of(question).said(question, question.answer(data), material)
    return escape("; ".join(text for _, text in lines) or "nothing")
