"""The Markdown of sheets as HTML; HTML in it is shown, not obeyed."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from markdown_it import MarkdownIt
from markupsafe import Markup

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_MARKDOWN.render("*")  # the first text has the rules compiled, and later ones may come in threads
_SAID_AGAIN = 1 << 12  # lines: the reasons of a lesson, which are the same for a whole class


def block(text: str) -> Markup:
    """Paragraphs, lists and the like."""
    return Markup(_MARKDOWN.render(text))


@lru_cache(_SAID_AGAIN)
def inline(text: str) -> Markup:
    """One line, without a paragraph around it."""
    return Markup(_MARKDOWN.renderInline(text))


@lru_cache(_SAID_AGAIN)
def plain(text: str) -> str:
    """One line without its signs, for where there is no HTML."""
    return unescape(re.sub(r"<[^>]+>", "", str(inline(text))))
