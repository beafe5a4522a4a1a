"""The notebooks of the browser edition: where work is kept, and the buttons that take it along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from accordingto.content import Content
from accordingto.notebooks.cells import is_code, is_way, lessons_opened, source_of, way

_KEPT = (
    "*Your answers are kept in this browser alone. Clearing its data for this site, or closing a "
    "private window, deletes them. **Keep my work**, at the end, saves them to a file.*"
)
_ABOVE = "## Hand in, keep, bring"
_BUTTONS = 'from accordingto import my_files\n\nmy_files("{}")'


def notebooks(content: Content) -> dict[str, bytes]:
    """The notebook of every lesson by its name, and those of the gallery and the glossary.

    One that opens a lesson says above it where answers are kept, and ends with buttons. Raises
    NotBuilt for a lesson without one.
    """
    names = (*content.lessons(), "gallery", "glossary")
    return {f"{name}.ipynb": with_buttons(content.notebook(name).read_bytes()) for name in names}


def with_buttons(data: bytes) -> bytes:
    """The bytes of a notebook with what is said above it and the buttons, if it opens a lesson."""
    notebook = json.loads(data)
    opened = [
        name
        for cell in notebook["cells"]
        if is_code(cell)
        for name in lessons_opened(source_of(cell))
    ]
    if not opened:
        return data
    cells = notebook["cells"]
    above = sum(1 for _ in takewhile(is_way, cells))  # below the links to other lessons
    notebook["cells"] = [
        *cells[:above],
        way("my-files-kept", _KEPT),
        *cells[above:],
        *_buttons(opened[0]),
    ]
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1)}\n".encode()


def _buttons(lesson: str) -> Iterator[dict[str, Any]]:
    """Two cells that are nobody's own work, as those are that lead from lesson to lesson."""
    yield way("my-files-above", _ABOVE)
    code = way("my-files", _BUTTONS.format(lesson))
    yield {**code, "cell_type": "code", "execution_count": None, "outputs": []}
