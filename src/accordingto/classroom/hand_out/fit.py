"""A course's notebook held to its sheet, which may be the course's own and not the kit's."""

from __future__ import annotations

from typing import Any

from accordingto.exercises import Sheet
from accordingto.exercises.sheet import Mode
from accordingto.notebooks.cells import Ask, asked, graded, is_code, is_way, opened_as, source_of


def fitted(notebook: dict[str, Any], sheet: Sheet, mode: Mode) -> dict[str, Any]:
    """The notebook with all that nbgrader is told of an exercise, as its points, out of the sheet.

    A cell that asks an exercise of the sheet needs no more to be one of nbgrader's. In a mode of
    its own the notebook opens with the sheet beside it or not at all.
    """
    cells = [_opened_as(_fitted(cell, sheet), mode) for cell in notebook["cells"]]
    return {**notebook, "cells": cells}


def without_ways(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook without the cells that lead to other lessons: in a course these lie apart."""
    return {**notebook, "cells": [cell for cell in notebook["cells"] if not is_way(cell)]}


def apart(notebook: dict[str, Any], sheet: Sheet) -> str:
    """The calls that only one of the two has, in a sentence; empty where both ask the same."""
    there = [call for cell in notebook["cells"] if (call := asked(cell))]
    wanted = [Ask.of(question) for question in sheet]
    only = {
        "only the notebook has": [call for call in there if call not in wanted],
        "only the sheet has": [call for call in wanted if call not in there],
    }
    return "; ".join(f"{who} {', '.join(map(str, calls))}" for who, calls in only.items() if calls)


def _fitted(cell: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    call = asked(cell)
    if not call or call.exercise not in sheet.questions:
        return cell
    ours = cell["metadata"].get("nbgrader", {}) | graded(sheet[call.exercise])
    return {**cell, "metadata": {**cell["metadata"], "nbgrader": ours}}


def _opened_as(cell: dict[str, Any], mode: Mode) -> dict[str, Any]:
    source = source_of(cell)
    opened = opened_as(source, released=mode != "practice")
    return {**cell, "source": opened} if is_code(cell) and opened != source else cell
