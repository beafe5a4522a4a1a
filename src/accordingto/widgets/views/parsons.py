"""Lines of code as cards."""

from __future__ import annotations

from accordingto.exercises.kinds.parsons import Parsons, ParsonsAnswer
from accordingto.exercises.material import Material
from accordingto.exercises.sequence import shuffled
from accordingto.widgets.markdown import inline
from accordingto.widgets.views import Control, Said


def parts(question: Parsons, material: Material) -> list[Control]:
    """All lines, shuffled, and a program to put them in."""
    code = _code(question)
    cards = [{"id": one, "label": inline(f"`{code[one]}`")} for one in shuffled(code, question.id)]
    label = "Put the lines in order"
    return [{"part": "cards", "mode": "parsons", "field": "lines", "label": label, "cards": cards}]


def said(question: Parsons, answer: ParsonsAnswer, material: Material) -> Said:
    """The program, line by line."""
    code = _code(question)
    lines = enumerate(answer.lines or (), 1)
    return [(f"Line {number}", "    " * line.indent + code[line.id]) for number, line in lines]


def _code(question: Parsons) -> dict[str, str]:
    return {piece.id: piece.code for piece in question.pieces}
