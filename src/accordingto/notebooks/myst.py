"""A lesson's page as cells: in MyST Markdown a fence `{code-cell}` is code, and the rest is text.

jupytext reads this format too. It would bring an extension and a contents manager of its own into
the JupyterLab of every reader, and whoever makes a lesson of a page works there; a test holds this
against it, cell by cell.
"""

from __future__ import annotations

import nbformat
from markdown_it import MarkdownIt
from nbformat import NotebookNode

_FENCE = "---\n"
_CODE = "{code-cell}"


def cells_of(page: str) -> list[NotebookNode]:
    """The cells of a lesson's page, in order; what stands at its head is left out."""
    before, _, rest = page.partition(_FENCE)
    body = page if before else rest.partition(_FENCE)[2]
    lines = body.split("\n")
    found: list[NotebookNode] = []
    at = 0
    for token in MarkdownIt("commonmark").parse(body):
        if (
            token.type == "fence"
            and token.level == 0
            and token.map
            and token.info.startswith(_CODE)
        ):
            found += _text(lines[at : token.map[0]])
            found.append(nbformat.v4.new_code_cell(token.content.removesuffix("\n")))
            at = token.map[1]
    return [*found, *_text(lines[at:])]


def _text(lines: list[str]) -> list[NotebookNode]:
    text = "\n".join(lines).strip()
    return [nbformat.v4.new_markdown_cell(text)] if text else []
