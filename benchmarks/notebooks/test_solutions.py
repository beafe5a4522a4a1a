"""What nine solved notebooks take to run, beside nine that only import. The aim: twice as long."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from pytest_benchmark.fixture import BenchmarkFixture

from accordingto.content import Content

SOLVED = sorted((Content.kit().root / "notebooks" / "solutions").glob("[0-9][0-9]-*.ipynb"))
METADATA = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def imports_only() -> NotebookNode:
    cell = nbformat.v4.new_code_cell("import nltk\nimport matplotlib.pyplot")
    notebook: NotebookNode = nbformat.v4.new_notebook(cells=[cell], metadata=METADATA)
    return notebook


@pytest.mark.parametrize("name", ["imports", "solutions"])
def test_nine_notebooks_run(benchmark: BenchmarkFixture, tmp_path: Path, name: str) -> None:
    """One after the other, each in a kernel of its own."""
    assert len(SOLVED) == 9

    def run() -> None:
        for path in SOLVED:
            notebook = nbformat.read(path, as_version=4) if name == "solutions" else imports_only()
            NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}).execute()

    benchmark.pedantic(run, rounds=2)
