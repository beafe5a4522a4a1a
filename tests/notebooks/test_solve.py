"""A solved notebook holds nothing that depends on the machine that made it."""

from __future__ import annotations

from nbformat.v4 import new_code_cell, new_notebook

from accordingto.content import Content
from accordingto.notebooks.environment import NO_PAGE
from accordingto.notebooks.solve import Solver
from accordingto.widgets.probe import NOT_DRAWN

# The probe waits for no time at all, as if the machine were so slow that its time is over at once.
CHECKED = """\
import asyncio
from accordingto import check
from accordingto.widgets.probe import Probe
Probe.__init__.__defaults__ = (0,)
check()
await asyncio.sleep(1)
"""
AS_ON_A_PAGE = f"import os; del os.environ[{NO_PAGE!r}]\n"


def test_of_a_page_that_nobody_sees_nothing_is_said_however_slow_the_machine_is() -> None:
    cells = [new_code_cell(source) for source in (CHECKED, AS_ON_A_PAGE + CHECKED)]
    with Solver(Content.kit()) as solver:
        notebook = solver.solved(new_notebook(cells=cells))
    alone, seen = (str(cell.outputs) for cell in notebook.cells)
    begins = NOT_DRAWN.partition(".")[0]
    assert "✓ Everything is here" in alone
    assert begins not in alone
    assert begins in seen
