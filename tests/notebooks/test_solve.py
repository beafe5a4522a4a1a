"""A solved notebook holds nothing that depends on the machine that made it."""

from __future__ import annotations

import os
from pathlib import Path

import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from accordingto.content import Content
from accordingto.notebooks.environment import NO_PAGE
from accordingto.notebooks.solve import POLITE, Solver
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


def kernels() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if "ipykernel_launcher" in one.cmdline()]


def test_a_kernel_starts_at_once_and_is_gone_with_all_that_it_wrote() -> None:
    cell = new_code_cell("import tempfile\nprint(tempfile.mkdtemp())")
    with Solver(Content.kit()) as solver:
        assert len(kernels()) == 1
        notebook = solver.solved(new_notebook(cells=[cell]))
    assert kernels() == []
    assert not Path(notebook.cells[0].outputs[0].text.strip()).exists()


@pytest.mark.skipif(not hasattr(os, "setpriority"), reason="Windows lets no other give way")
def test_a_kernel_can_be_told_to_give_way_to_all_else() -> None:
    with Solver(Content.kit()) as solver:
        (kernel,) = kernels()
        before = kernel.nice()
        solver.give_way()
        assert kernel.nice() == max(before, POLITE)


def test_a_kernel_for_which_there_is_no_notebook_is_gone_too() -> None:
    with pytest.raises(LookupError), Solver(Content.kit()):
        raise LookupError
    assert kernels() == []
