"""The notebook of graded work: what is asked, and nothing of the lesson around it.

A lesson's own cells compare with the expert and draw what others answered, which in graded work
nobody may see yet. So an assignment keeps the title, the cell that opens the lesson, what its
code imports, and every exercise with the cell for its function.
"""

from __future__ import annotations

import re
from typing import Any

_OPENS = re.compile(r"^ask = lesson\(", re.M)
_IMPORT = re.compile(r"^(?:import|from) .+$", re.M)
_TITLE = re.compile(r"^# .+$", re.M)
_HOW = (
    "Answer as you go: every answer is saved, and nothing is checked here. "
    "What you see next is your feedback, with your marks."
)


def assignment(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook of a lesson as the notebook of graded work."""
    cells = [cell for cell in notebook["cells"] if _belongs(cell)]
    opening = next(index for index, cell in enumerate(cells) if _OPENS.search(_source(cell)))
    before, after = cells[: opening + 1], cells[opening + 1 :]
    return {**notebook, "cells": [_title(notebook), *before, *_imports(notebook), *after]}


def _belongs(cell: dict[str, Any]) -> bool:
    return "nbgrader" in cell["metadata"] or bool(_OPENS.search(_source(cell)))


def _title(notebook: dict[str, Any]) -> dict[str, Any]:
    pages = (_source(cell) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    title = next(found[0] for page in pages if (found := _TITLE.search(page)))
    return {
        "cell_type": "markdown",
        "id": "assignment",
        "metadata": {},
        "source": f"{title}\n\n{_HOW}",
    }


def _imports(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    code = [_source(cell) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    lines = {line for source in code for line in _IMPORT.findall(source)}
    lines -= {line for line in lines if "accordingto" in line}
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


def _source(cell: dict[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
