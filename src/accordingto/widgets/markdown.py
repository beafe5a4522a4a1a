"""The Markdown of sheets as HTML; HTML in it is shown, not obeyed."""

from __future__ import annotations

import re
from html import unescape

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def block(text: str) -> str:
    """Paragraphs, lists and the like."""
    return str(_MARKDOWN.render(text))


def inline(text: str) -> str:
    """One line, without a paragraph around it."""
    return str(_MARKDOWN.renderInline(text))


def plain(text: str) -> str:
    """One line without its signs, for where there is no HTML."""
    return unescape(re.sub(r"<[^>]+>", "", inline(text)))
