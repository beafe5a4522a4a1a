"""The notebooks of the browser edition: each lesson's, with the buttons that take work along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from accordingto.content import Content
from accordingto.notebooks.cells import is_code, lessons_opened, source_of, way

_ABOVE = "## Hand in, keep, bring"
_BUTTONS = 'from accordingto import my_files\n\nmy_files("{}")'


def notebooks(content: Content) -> dict[str, bytes]:
    """The notebook of every lesson by its name, and those of the gallery and the glossary.

    At the end of one that opens a lesson are buttons. Raises NotBuilt for a lesson without one.
    """
    names = (*content.lessons(), "gallery", "glossary")
    return {f"{name}.ipynb": with_buttons(content.notebook(name).read_bytes()) for name in names}


def with_buttons(data: bytes) -> bytes:
    """The bytes of a notebook with the buttons at its end, if it opens a lesson."""
    notebook = json.loads(data)
    opened = [
        name
        for cell in notebook["cells"]
        if is_code(cell)
        for name in lessons_opened(source_of(cell))
    ]
    if not opened:
        return data
    notebook["cells"] += _buttons(opened[0])
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1)}\n".encode()


def _buttons(lesson: str) -> Iterator[dict[str, Any]]:
    """Two cells that are nobody's own work, as those are that lead from lesson to lesson."""
    yield way("my-files-above", _ABOVE)
    code = way("my-files", _BUTTONS.format(lesson))
    yield {**code, "cell_type": "code", "execution_count": None, "outputs": []}
