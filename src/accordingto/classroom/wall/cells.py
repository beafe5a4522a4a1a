"""Cells as a notebook runs them: its own words (`%time`, `!ls`, `name?`) are no Python."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

_RUN_WHAT_IS_UNDER_THEM = frozenset({"capture", "prun", "time", "timeit"})  # of the cell magics

Names = dict[str, Any]


def notebook() -> Names:
    """The names that a notebook has from the start."""
    names: Names = {"__name__": "__main__", "__builtins__": builtins, "display": _nothing}
    names["get_ipython"] = lambda: _Shell(names)
    return names


def run(cell: str, names: Names) -> None:
    """Run one cell in `names`. Raises what the cell raises, SyntaxError among it."""
    exec(compile(TransformerManager().transform_cell(cell), "cell", "exec"), names)


class _Shell:
    """Translation of a notebook's IPython syntax: only the cell under `%%time` is kept."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        if name in _RUN_WHAT_IS_UNDER_THEM:
            run(cell, self._names)

    def __getattr__(self, name: str) -> Callable[..., None]:
        return _nothing


def _nothing(*asked: Any, **named: Any) -> None:
    """Drop displayed output: nobody sees it behind the wall."""
