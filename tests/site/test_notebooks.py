"""Every lesson of the browser edition says where work is kept, and ends with the buttons."""

from __future__ import annotations

import json

from accordingto.content import Content
from accordingto.notebooks.cells import is_way, source_of
from accordingto.site.notebooks import notebooks


def test_a_lesson_opens_and_ends_with_what_keeps_work_and_a_page_of_words_does_not() -> None:
    content = Content.kit()
    made = notebooks(content)
    assert len(made) == len(content.lessons()) + 2  # the gallery and the glossary
    for name, data in made.items():
        original = (content.root / "notebooks" / name).read_bytes()
        if name == "glossary.ipynb":
            assert data == original
            continue
        here, before = json.loads(data), json.loads(original)
        *cells, above, buttons = here["cells"]
        (kept,) = [cell for cell in cells if cell["id"] == "my-files-kept"]
        assert "Your answers are kept in this browser alone." in source_of(kept)
        assert is_way(kept)
        assert all(map(is_way, cells[: cells.index(kept)]))
        cells.remove(kept)
        assert {**here, "cells": cells} == before
        assert is_way(above)
        assert is_way(buttons)
        lesson = name.removesuffix(".ipynb")
        assert source_of(buttons) == f'from accordingto import my_files\n\nmy_files("{lesson}")'
