"""A lesson's page as cells, as jupytext has them too."""

from __future__ import annotations

from pathlib import Path

import jupytext
import pytest

from accordingto.content import Content
from accordingto.notebooks.myst import cells_of

PAGES = sorted(
    path
    for path in (Content.kit().root / "lessons").glob("*.md")
    if path.read_text("utf-8").startswith("---")
)
HEAD = "---\ntitle: T\nminutes: 5\njupytext:\n  text_representation:\n    format_name: myst\n---\n"


def as_jupytext_has_it(page: str) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in jupytext.reads(page, fmt="md:myst").cells]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_lesson_has_the_cells_that_jupytext_finds(path: Path) -> None:
    page = path.read_text("utf-8")
    assert [(cell.cell_type, cell.source) for cell in cells_of(page)] == as_jupytext_has_it(page)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Only text.\n",
        "```{code-cell} ipython3\nx = 1\n```\n",
        "Text\n\n```{code-cell} ipython3\nx = 1\n\n\ny = 2\n```\n\nMore\n\n* a list\n",
        "```python\nno = cell\n```\n\n```{code-cell} ipython3\na = '''\n---\n'''\n```\n",
        "````{code-cell} ipython3\ns = '```'\n````\n",
        "```{code-cell} ipython3\n```\n\n```{code-cell} ipython3\nb\n```\n",
        "a | b\n--|--\n1 | 2\n\n---\n\n```{code-cell} ipython3\nb\n```\n",
    ],
)
def test_so_has_any_page(body: str) -> None:
    page = f"{HEAD}\n{body}"
    assert [(cell.cell_type, cell.source) for cell in cells_of(page)] == as_jupytext_has_it(page)
