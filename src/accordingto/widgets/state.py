"""What the front end is told: an exercise's fixed shape, and its state after each turn."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accordingto.exercises import Entry, Material, Question
from accordingto.exercises.flow import Turn
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.outcome import Outcome
from accordingto.widgets.markdown import block, inline
from accordingto.widgets.static import score_text
from accordingto.widgets.views import view_of

LABELS = {
    "predict": "Lock my prediction",
    "check": "Check",
    "show": "Show the expert’s answer",
}


def shape(question: Question[Any], material: Material, store: str) -> dict[str, Any]:
    """What does not change: title, prompt and controls. `store` names the answer's own place."""
    return {
        "id": question.id,
        "title": question.title,
        "prompt": block(question.prompt),
        "points": question.points,
        "worked": block(question.worked) if question.worked else None,
        "store": store,
        "parts": view_of(question).parts(question, material),
    }


def state(
    question: Question[Any], turn: Turn, entry: Entry | None, material: Material
) -> dict[str, Any]:
    """What changes: the stage, the buttons, what was saved when, feedback and reveal."""
    prediction = _words(question, turn.prediction, material)
    reveal = block(question.reveal) if question.reveal and turn.prediction is not None else None
    return {
        "stage": turn.stage,
        "saved": _clock(entry.at) if entry else None,
        "tries": turn.tries,
        "actions": [
            {"do": did, "label": LABELS[did], "disabled": not turn.ready and did != "show"}
            for did in turn.actions
            if not isinstance(question, Code)
        ],
        "locked": False,
        "feedback": _feedback(question, turn.outcome) if turn.outcome else None,
        "reveal": f"<p>You predicted: {prediction}.</p>{reveal}" if reveal else None,
        "others": None,
        "aside": _expert(question, material) if turn.shown else None,
    }


def _feedback(question: Question[Any], outcome: Outcome) -> dict[str, Any]:
    return {
        "headline": score_text(question, outcome),
        "credit": outcome.credit,
        "parts": [
            {
                "ref": part.ref,
                "verdict": part.verdict,
                "label": inline(part.label),
                "text": inline(part.text),
                "look": list(part.look),
            }
            for part in outcome.parts
        ],
    }


def _expert(question: Question[Any], material: Material) -> str:
    lines = view_of(question).said(question, question.key(material), material)
    items = "".join(f"<li>{inline(label)}: {inline(text)}</li>" for label, text in lines)
    return f"<p>The expert’s answer:</p><ul>{items}</ul>"


def _words(question: Question[Any], data: dict[str, Any] | None, material: Material) -> str:
    if data is None:
        return ""
    lines = view_of(question).said(question, question.answer(data), material)
    return inline("; ".join(text for _, text in lines) or "nothing")


def _clock(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M")
