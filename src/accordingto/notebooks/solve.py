"""Run a lesson with every exercise answered from its key."""

from __future__ import annotations

import os
import tempfile
from typing import Any, Self

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from accordingto.content import VARIABLE, Content
from accordingto.notebooks.cells import is_code, opened_by_key
from accordingto.notebooks.environment import NO_PAGE

TIMEOUT_SECONDS = 60
POLITE = 10  # of a process's niceness: what others leave, and on a busy machine a tenth of a share
_VIEW = "application/vnd.jupyter.widget-view+json"


class CellFailed(ValueError):
    """A cell of a solved notebook stopped, or wrote to stderr."""


class Solver:
    """A kernel for one notebook, which starts at once and is gone at the end of the block.

    So it starts while its caller makes the notebook. It runs on `content`, in a folder that is
    thrown away, with all that its cells write there or elsewhere for a time.
    """

    def __init__(self, content: Content) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="accordingto-")
        folder = self._scratch.name
        self._client = NotebookClient(
            nbformat.v4.new_notebook(),
            timeout=TIMEOUT_SECONDS,
            kernel_name="python3",
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            record_timing=False,
            coalesce_streams=True,  # a busy machine sends one print in two messages
            store_widget_state=False,
            shutdown_kernel="immediate",  # what it would tidy up goes with the folder
        )
        told = {VARIABLE: str(content.root.absolute()), NO_PAGE: "1", "TMPDIR": folder}
        self._client.create_kernel_manager()
        self._client.start_new_kernel(env={**os.environ, **told}, cwd=folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._client.km is not None:  # no notebook was run
            self._client._cleanup_kernel()
        self._scratch.cleanup()

    def give_way(self) -> None:
        """Let whatever else runs here come first: from now on nobody waits for what is solved.

        Windows knows no such wish of another process, and there nothing changes.
        """
        if hasattr(os, "setpriority"):
            manager: Any = self._client.km
            kernel = os.PRIO_PROCESS, manager.provisioner.pid
            os.setpriority(*kernel, max(os.getpriority(*kernel), POLITE))

    def solved(self, notebook: NotebookNode) -> NotebookNode:
        """The notebook, executed, with all outputs that do not depend on the machine.

        Raises CellFailed naming the cell that stopped, or that wrote to stderr.
        """
        for cell in notebook.cells:
            if is_code(cell):
                cell.source = opened_by_key(cell.source)
        self._client.nb = notebook
        try:
            self._client.execute()
        except CellExecutionError as error:
            source = next(cell.source for cell in notebook.cells if _stopped(cell))
            problem = f"{error.ename}: {error.evalue}\n{source}"
            raise CellFailed(f"a cell of the solved notebook stopped: {problem}") from None
        for cell in notebook.cells:
            if is_code(cell):
                _clean(cell)
        notebook.metadata.pop("widgets", None)
        notebook.metadata["language_info"] = {"name": "python"}
        return notebook


def _stopped(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.get("outputs", ()))


def _clean(cell: NotebookNode) -> None:
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stderr":
            raise CellFailed(f"a cell wrote to stderr: {output.text.strip()}\n{cell.source}")
        if "data" in output:
            output.data.pop(_VIEW, None)
    cell.metadata.pop("execution", None)
