"""Code is written in the notebook; the widget shows what came of checking it."""

from __future__ import annotations

import json

from accordingto.exercises.kinds.code import Code, CodeAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import block
from accordingto.widgets.views import Control, Said

NOW = (
    "Write your function in the cell above. Run that cell, then this one: it is checked at once. "
    "While it gives back nothing, it counts as not written."
)
LATER = "Your function is kept as you wrote it in this notebook. It is run when it is marked."


def parts(question: Code, material: Material) -> list[Control]:
    """No control, only where to write: the function is handed over in the call."""
    note = NOW if question.cases else LATER
    return [{"part": "note", "field": "note", "html": block(note)}]


def said(question: Code, answer: CodeAnswer, material: Material) -> Said:
    """The function's value, or how it stopped, for each check that is not hidden."""
    values = answer.values or {}
    return [
        (case.name, answer.errors.get(case.name) or _short(values.get(case.name)))
        for case in question.cases
        if not case.hidden and (case.name in values or case.name in answer.errors)
    ]


def _short(value: object, limit: int = 120) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= limit else text[: limit - 1] + "…"
