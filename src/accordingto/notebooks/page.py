"""The article of a lesson, as a notebook has it: to be computed with, and to be read."""

from __future__ import annotations

from typing import Any

from accordingto.notebooks.printed import paragraph_text
from accordingto.text import Article


class Page(Article):
    """An article that a notebook can show."""

    @classmethod
    def of(cls, article: Article) -> Page:
        """Returns the same article, which can be shown."""
        return cls(article.id, article.text)

    def paragraph(self, number: Any) -> str:
        """Returns a paragraph, the first being 1; "", and a sentence, for no number of one."""
        return paragraph_text(self, number)

    def show(self) -> None:
        """Display the whole article, its paragraphs numbered."""
        from accordingto.widgets.page import PageView

        PageView(self).show()
