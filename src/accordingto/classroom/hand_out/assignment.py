"""The notebook of graded work: its questions, without the lesson around them.

A lesson's own cells compare with the expert and draw what others answered, which in graded work
nobody may see yet. So an assignment keeps the title, the cell that opens the lesson, what its
code imports, and every exercise with the cell for its function.
"""

from __future__ import annotations

from typing import Any

from accordingto.notebooks.cells import imports, is_code, opens, source_of, title_of

_HOW = (
    "Answer as you go: every answer is saved, and nothing is checked here. "
    "What you see next is your feedback, with your marks."
)


def assignment(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook of a lesson as the notebook of graded work.

    Raises ValueError where no cell of it opens the lesson.
    """
    cells = [cell for cell in notebook["cells"] if _belongs(cell)]
    opening = next((index for index, cell in enumerate(cells) if _opens(cell)), None)
    if opening is None:
        raise ValueError("the notebook has no cell that opens its lesson: `ask = lesson(…)`")
    before, after = cells[: opening + 1], cells[opening + 1 :]
    return {**notebook, "cells": [_title(notebook), *before, *_imports(notebook), *after]}


def _belongs(cell: dict[str, Any]) -> bool:
    return "nbgrader" in cell["metadata"] or _opens(cell)


def _opens(cell: dict[str, Any]) -> bool:
    return is_code(cell) and opens(source_of(cell))


def _title(notebook: dict[str, Any]) -> dict[str, Any]:
    title = title_of(notebook["cells"])
    return {
        "cell_type": "markdown",
        "id": "assignment",
        "metadata": {},
        "source": f"# {title}\n\n{_HOW}" if title else _HOW,
    }


def _imports(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    code = [source_of(cell) for cell in notebook["cells"] if is_code(cell)]
    lines = {line for source in code for line in imports(source) if "accordingto" not in line}
    if not lines:
        return []
    return [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": "imports",
            "metadata": {},
            "outputs": [],
            "source": "\n".join(sorted(lines)),
        }
    ]
