"""Which functions of a notebook are not what their cells say: a cell that stops leaves the old one.

The shell tells of each cell that has run. A result that was worked out with a function is old as
soon as the function is written anew, and so it stays while the new one cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol
from weakref import WeakSet

from accordingto.notebooks.cells import binds

CHANGED = "“{function}” has changed since: this result is of the one before. Run this cell again."
STOPPED = (
    "The cell that writes “{function}” stopped ({error}{line}), so “{function}” is still the one "
    "from before, and this result is old. Mend that cell, run it, then run this one."
)


class Follower(Protocol):
    """Who shows results of functions."""

    @property
    def functions(self) -> Iterable[str]:
        """The names of the functions."""

    def say_old(self, function: str, sentence: str) -> None:
        """Say that the result of a function is old, and why."""


class Definitions:
    """The cells of one shell, and whether each wrote its function; `old` says why it is old."""

    def __init__(self, shell: Any) -> None:
        self._followers: WeakSet[Follower] = WeakSet()
        self._stopped: dict[str, str] = {}
        shell.events.register("post_run_cell", self._ran)

    def join(self, follower: Follower) -> None:
        """Tell a follower, for as long as it lives."""
        self._followers.add(follower)

    def old(self, function: str) -> str | None:
        """Why a function is still the one from before; None where it is what its cell says."""
        return self._stopped.get(function)

    def _ran(self, result: Any) -> None:
        source = str(result.info.raw_cell) if result.info else ""
        error = result.error_before_exec or result.error_in_exec
        for follower in list(self._followers):
            for function in follower.functions:
                if binds(source, function):
                    self._note(function, error)
                    follower.say_old(function, self.old(function) or _said(CHANGED, function))

    def _note(self, function: str, error: BaseException | None) -> None:
        if error is None:
            self._stopped.pop(function, None)
            return
        line = f" in line {error.lineno}" if isinstance(error, SyntaxError) else ""
        name = type(error).__name__
        self._stopped[function] = _said(STOPPED, function, error=name, line=line)


_OF_SHELLS: dict[int, Definitions] = {}


def definitions() -> Definitions | None:
    """Those of the notebook that this runs in; None outside one."""
    from IPython import get_ipython

    shell = get_ipython()
    if shell is not None and id(shell) not in _OF_SHELLS:
        _OF_SHELLS[id(shell)] = Definitions(shell)
    return _OF_SHELLS.get(id(shell))


def _said(sentence: str, function: str, **more: str) -> str:
    return sentence.format(function=function, **more)
