"""What a question asks for does not stand in the cells of the student's notebook after it."""

from __future__ import annotations

import re
from typing import Any

import nbformat
import pytest

from accordingto.content import Content
from accordingto.exercises import Question, Sheet
from accordingto.exercises.kinds.number import Number
from accordingto.exercises.kinds.parsons import Parsons

KIT = Content.kit()
NAMES = KIT.lessons()
SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)


def questions(kind: type[Question[Any]]) -> list[Any]:
    return [
        pytest.param(name, question, id=question.id)
        for name in NAMES
        for question in Sheet.of(name)
        if isinstance(question, kind)
    ]


def code(name: str) -> list[str]:
    notebook = nbformat.read(KIT.notebook(name), as_version=4)
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def in_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_no_worked_solution_is_in_the_notebook(name: str) -> None:
    page = KIT.page(name)
    assert page
    source = in_one_line("\n".join(code(name)))
    for solution in SOLUTION.findall(page.read_text(encoding="utf-8")):
        assert in_one_line(solution) not in source


@pytest.mark.parametrize(("name", "question"), questions(Parsons))
def test_lines_to_put_in_order_are_not_in_the_notebook(name: str, question: Parsons) -> None:
    text = {line.id: in_one_line(line.code) for line in question.lines}
    for source in code(name):
        given = [line for line in text.values() if line in in_one_line(source)]
        assert len(given) < len(text) / 2, source


@pytest.mark.parametrize(("name", "question"), questions(Number))
def test_a_number_is_not_in_the_cells_before_the_next_question(name: str, question: Number) -> None:
    cells = code(name)
    here = next(i for i, one in enumerate(cells) if one.startswith(f'ask("{question.id}"'))
    for source in cells[here + 1 :]:
        if source.startswith("ask("):
            break
        assert not re.search(rf"\b{question.value:g}\b", source)
