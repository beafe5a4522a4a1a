"""A notebook of some cells, as a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import nbformat


def write(path: Path, sources: Iterable[str]) -> None:
    """Write a notebook of code cells."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)
