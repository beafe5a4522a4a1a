"""What Python in a browser lacks, said in a sentence where a reader's own cell asks for it.

A figure with matplotlib is what readers like to try. There is none for a browser, so such a cell
cannot do what it says; a sentence stands in the place of the figure, and the cells below go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any

from accordingto import in_browser
from accordingto.notebooks.place import kernel

LACKING = (
    *("matplotlib", "numpy", "pandas", "scipy", "seaborn", "sklearn", "tkinter"),
    *("nbformat", "nbclient"),  # by which a lesson is made
)
SAID = (
    "{} is not here, because this page runs in your browser alone. So this cell stopped at that "
    "line; the cells below go on. The kit’s own figures are here; an installed kit has it all."
)


def say_what_is_lacking() -> None:
    """From now on a cell of this kernel says in a sentence that it needs what no browser has."""
    if in_browser.is_here() and (shell := kernel()):
        shell.set_custom_exc((ImportError, ValueError), _said)


def _said(
    shell: Any,
    kind: type[BaseException],
    error: BaseException,
    traceback: TracebackType,
    tb_offset: int | None = None,
) -> None:
    """Print the sentence, or the traceback of another mistake."""
    if name := next(filter(None, map(_lacking, _causes(error))), ""):
        print(SAID.format(name))
    else:
        shell.showtraceback((kind, error, traceback), tb_offset, running_compiled_code=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error, and those that it was raised for: NLTK has words of its own for a missing one."""
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _lacking(error: BaseException) -> str:
    name = ((error.name if isinstance(error, ImportError) else "") or "").partition(".")[0]
    return name if name in LACKING else ""
