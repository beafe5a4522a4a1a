"""The page to read, in a notebook: its text comes from the kernel and stays out of the file."""

from __future__ import annotations

import anywidget
import traitlets

from accordingto.text import Article
from accordingto.widgets.exercise import FrontEnd
from accordingto.widgets.script import source
from accordingto.widgets.shown import show


class PageView(anywidget.AnyWidget):
    """An article, numbered, at reading size."""

    _esm = source("door.js")

    front_end = anywidget.WidgetTrait().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)  # its name: see FrontEnd.hold

    def __init__(self, article: Article) -> None:
        front_end = FrontEnd.current()
        super().__init__(front_end=front_end, text=front_end.hold(article.text))
        self._paragraphs = len(article.paragraphs)

    def __repr__(self) -> str:
        return f"The page, {self._paragraphs} paragraphs"

    def show(self) -> None:
        """Display it, and a line for where it cannot be drawn: a saved notebook holds no text."""
        show(self, "widgets/page.html", paragraphs=self._paragraphs)
