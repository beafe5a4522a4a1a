"""What the front end is told: an exercise's fixed shape, and its state after each turn."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from html import escape
from typing import Any

from accordingto.exercises import Answer, Entry, Material, Question
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.flow import Turn
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.outcome import Outcome
from accordingto.exercises.simulated import READERS, simulated_class
from accordingto.widgets.markdown import block, inline
from accordingto.widgets.static import colon, score_text
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
MOST_COUNTS = 5  # as many answers as can be read in a line
VOTED = "Look at how others voted, talk it over, and answer again: change it or keep it."
OTHERS = (
    f"What {READERS} simulated readers answered. They were made by a formula; none is a person."
)


def shape(question: Question[Any], material: Material, store: str) -> dict[str, Any]:
    """What does not change: title, prompt and controls. `store` names the answer's own place."""
    return {
        "id": question.id,
        "title": question.title,
        "prompt": block(question.prompt),
        "points": question.points,
        "worked": block(question.worked) if question.worked else None,
        "store": store,
        "parts": [
            *view_of(question).parts(question, material),
            *([CONFIDENCE] if question.confidence else []),
        ],
    }


def state(
    question: Question[Any], turn: Turn, entry: Entry | None, material: Material
) -> dict[str, Any]:
    """What changes: the stage, the buttons, what was saved when, feedback and reveal."""
    answer = question.answer(entry.answer) if entry else question.begin()
    return {
        "stage": turn.stage,
        "saved": _clock(entry.at) if entry else None,
        "tries": turn.tries,
        "actions": [] if isinstance(question, Code) else _actions(question, turn),
        "locked": False,
        "feedback": feedback(question, turn.outcome) if turn.outcome else None,
        "reveal": _reveal(question, turn, material),
        "meter": _meter(question, answer, material),
        "code": None if turn.stage in ("predict", "kept") else _code(question, answer),
        "others": _others(question, material) if turn.others else None,
        "aside": _expert(question, material) if turn.shown else None,
    }


def _actions(question: Question[Any], turn: Turn) -> list[dict[str, Any]]:
    labels = {**LABELS, **getattr(view_of(question), "LABELS", {})}
    return [
        {"do": did, "label": labels[did], "disabled": not turn.ready and did != "show"}
        for did in turn.actions
    ]


def _reveal(question: Question[Any], turn: Turn, material: Material) -> str | None:
    """What a prediction or a vote brings to see."""
    if question.reveal and turn.prediction is not None:
        words = _words(question, turn.prediction, material)
        return f"<p>You predicted: {words}.</p>{block(question.reveal)}"
    if turn.vote is not None:
        words = _words(question, turn.vote, material)
        return f"<p>You voted: {words}. {VOTED}</p>"
    return None


def _meter(question: Question[Any], answer: Answer, material: Material) -> str | None:
    measure = getattr(view_of(question), "meter", None)
    return measure(question, answer, material) if measure else None


def _code(question: Question[Any], answer: Answer) -> str | None:
    written = getattr(view_of(question), "code", None)
    if written:
        return block(written(question, answer))
    return block(f"```python\n{question.code}\n```") if question.code else None


def _others(question: Question[Any], material: Material) -> dict[str, Any] | None:
    """How often each thing was said by the class, the most frequent first.

    Where one place is asked about, a bar is a thing that was said; where there are many, such as
    the rows of a table, a bar is a place and what was said of it most, and its words say the rest.
    """
    if not isinstance(question, Choosing):
        return None
    view = view_of(question)
    answers = simulated_class(question, material)
    places: dict[str, Counter[str]] = {}
    for answer in answers:
        for place, text in view.said(question, answer, material):
            places.setdefault(place, Counter())[text] += 1
    if len(places) == 1:
        [said] = places.values()
        bars = [_bar(text, count, f"{count} of {READERS}") for text, count in said.most_common()]
    else:
        bars = [_bar(place, max(said.values()), _counts(said)) for place, said in places.items()]
    return {"title": OTHERS, "of": READERS, "bars": bars}


def _counts(said: Counter[str]) -> str:
    """ "direct 15 · indirect 5", and in one number what few have said."""
    first = said.most_common(MOST_COUNTS)
    rest = said.total() - sum(count for _, count in first)
    return " · ".join(f"{text} {count}" for text, count in [*first, ("other", rest)] if count)


def _bar(label: str, count: int, words: str) -> dict[str, Any]:
    return {"label": escape(label), "count": count, "words": escape(words)}


def feedback(question: Question[Any], outcome: Outcome) -> dict[str, Any]:
    """The headline with its points, the credit, and each part with where its verdict stands."""
    return {
        "headline": score_text(question, outcome),
        "credit": outcome.credit,
        "parts": [
            {
                "ref": part.ref,
                "verdict": part.verdict,
                "label": inline(part.label) + colon(part.label) if part.label else "",
                "text": inline(part.text),
                "look": list(part.look),
            }
            for part in outcome.parts
        ],
    }


def _expert(question: Question[Any], material: Material) -> str:
    lines = view_of(question).said(question, question.key(material), material)
    items = "".join(f"<li>{escape(label)}: {escape(text)}</li>" for label, text in lines)
    return f"<p>The expert’s answer:</p><ul>{items}</ul>"


def _words(question: Question[Any], data: dict[str, Any], material: Material) -> str:
    lines = view_of(question).said(question, question.answer(data), material)
    return escape("; ".join(text for _, text in lines) or "nothing")


def _clock(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M")
