"""The way from a lesson to the next and back: the first cell and the last of its notebook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from accordingto.notebooks.cells import way
from accordingto.notebooks.pages import LessonPage


class Ends(NamedTuple):
    """The cells at the two ends of a notebook."""

    first: NotebookNode
    last: NotebookNode


def ends(name: str, pages: Sequence[LessonPage]) -> Ends | None:
    """The two cells of a lesson, or of the gallery; None where it is the only one there is.

    The first lesson is home: it has the list of all.
    """
    names = [page.name for page in pages]
    home = pages[0] if pages else None
    if home is None or names == [name]:
        return None
    at = names.index(name) if name in names else None
    before = pages[at - 1] if at else None
    after = pages[at + 1] if at is not None and at + 1 < len(pages) else None
    links = [
        before and before != home and _link(before, "← ", ""),
        home.name != name and _link(home, "", "", "All lessons"),
        after and _link(after, "", " →"),
    ]
    row = " · ".join(link for link in links if link)
    cells = way("way-above", row), way("way-below", f"**Go on:** {row}")
    return Ends(*map(nbformat.from_dict, cells))


def _link(page: LessonPage, before: str, behind: str, words: str = "") -> str:
    return f"[{before}{words or page.called}{behind}]({page.name}.ipynb)"
