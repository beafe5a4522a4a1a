"""A course's notebook held to its sheet, which may be the course's own and not the kit's."""

from __future__ import annotations

from typing import Any

from accordingto.exercises import Sheet
from accordingto.notebooks.cells import Call, asked, graded


def fitted(notebook: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    """The notebook with all that nbgrader is told of an exercise, as its points, out of the sheet.

    A cell that asks an exercise of the sheet needs no more to be one of nbgrader's.
    """
    return {**notebook, "cells": [_fitted(cell, sheet) for cell in notebook["cells"]]}


def apart(notebook: dict[str, Any], sheet: Sheet) -> str:
    """The calls that only one of the two has, in a sentence; empty where both ask the same."""
    there = [call for cell in notebook["cells"] if (call := _asked(cell))]
    wanted = [Call.of(question) for question in sheet]
    only = {
        "only the notebook has": [call for call in there if call not in wanted],
        "only the sheet has": [call for call in wanted if call not in there],
    }
    return "; ".join(f"{who} {', '.join(map(str, calls))}" for who, calls in only.items() if calls)


def _fitted(cell: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    call = _asked(cell)
    if not call or call.exercise not in sheet.questions:
        return cell
    ours = cell["metadata"].get("nbgrader", {}) | graded(sheet[call.exercise])
    return {**cell, "metadata": {**cell["metadata"], "nbgrader": ours}}


def _asked(cell: dict[str, Any]) -> Call | None:
    return asked("".join(cell["source"])) if cell["cell_type"] == "code" else None
