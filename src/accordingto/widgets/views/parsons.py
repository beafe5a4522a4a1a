"""Lines of code as cards."""

from __future__ import annotations

from accordingto.exercises.kinds.parsons import DEEPEST, Parsons, ParsonsAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.boards import shuffled_cards
from accordingto.widgets.views import Control, Said


def parts(question: Parsons, material: Material) -> list[Control]:
    """All lines, shuffled, and a program to put them in."""
    lines = {piece.id: f"`{piece.code}`" for piece in question.pieces}
    cards = shuffled_cards("parsons", "lines", "Put the lines in order", lines, question.id)
    return [cards | {"deepest": DEEPEST}]


def said(question: Parsons, answer: ParsonsAnswer, material: Material) -> Said:
    """The program, line by line."""
    code = {piece.id: piece.code for piece in question.pieces}
    lines = enumerate(answer.lines or (), 1)
    return [(f"Line {number}", "    " * line.indent + code[line.id]) for number, line in lines]
