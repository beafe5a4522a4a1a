"""A sentence in one of its wordings, and a scale."""

from __future__ import annotations

from accordingto.exercises.kinds.rate import Rate, RateAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import block, plain
from accordingto.widgets.views import Control, Said

LABELS = {"check": "Keep my rating"}


def parts(question: Rate, material: Material) -> list[Control]:
    """The wording that was drawn, and the scale."""
    texts = {one.value: block(one.text) for one in question.wordings}
    scale = {"min": 1, "max": question.steps, "low": question.low, "high": question.high}
    return [
        {"part": "wording", "field": "wording", "texts": texts},
        {"part": "slider", "field": "rating", "label": "Your rating", **scale},
    ]


def said(question: Rate, answer: RateAnswer, material: Material) -> Said:
    """The wording and the rating."""
    if answer.rating is None:
        return []
    texts = {one.value: plain(one.text) for one in question.wordings}
    read = [("You read", texts[answer.wording])] if answer.wording else []
    return [*read, ("Rating", f"{answer.rating} of {question.steps}")]
