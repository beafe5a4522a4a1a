"""Every lesson of the browser edition ends with the buttons; nothing else of it is another's."""

from __future__ import annotations

import json

from accordingto.content import Content
from accordingto.notebooks.cells import is_way, source_of
from accordingto.site.notebooks import notebooks


def test_a_lesson_ends_with_its_buttons_and_a_page_of_words_does_not() -> None:
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
        assert {**here, "cells": cells} == before
        assert is_way(above)
        assert is_way(buttons)
        lesson = name.removesuffix(".ipynb")
        assert source_of(buttons) == f'from accordingto import my_files\n\nmy_files("{lesson}")'
