"""Run a lesson with every exercise answered from its key."""

from __future__ import annotations

import re
import tempfile

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

TIMEOUT_SECONDS = 60
_OPENS = re.compile(r"""lesson\((["'][^"']+["'])\)""")
_VIEW = "application/vnd.jupyter.widget-view+json"


def solved(notebook: NotebookNode) -> NotebookNode:
    """The notebook, executed, with all outputs that do not depend on the machine.

    It runs in a folder that is thrown away, with all that its cells write there.
    Raises ValueError naming the cell that stopped, or that wrote to stderr.
    """
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = _OPENS.sub(r'lesson(\1, answers="key")', cell.source)
    with tempfile.TemporaryDirectory(prefix="accordingto-") as scratch:
        client = NotebookClient(
            notebook,
            timeout=TIMEOUT_SECONDS,
            kernel_name="python3",
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            record_timing=False,
            coalesce_streams=True,  # a busy machine sends one print in two messages
            store_widget_state=False,
            resources={"metadata": {"path": scratch}},
        )
        try:
            client.execute()
        except CellExecutionError as error:
            raise ValueError(f"a cell of the solved notebook stopped: {error}") from None
    for cell in notebook.cells:
        if cell.cell_type == "code":
            _clean(cell)
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def _clean(cell: NotebookNode) -> None:
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stderr":
            raise ValueError(f"a cell wrote to stderr: {output.text.strip()}\n{cell.source}")
        if "data" in output:
            output.data.pop(_VIEW, None)
    cell.metadata.pop("execution", None)
