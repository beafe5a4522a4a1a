"""Markdown, through markdown-it: paragraphs as one reads them, without signs of layout."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from accordingto.pages.blocks import Block, Incoming, Kind, Origin
from accordingto.text import decoded


def blocks(data: bytes, name: str) -> Incoming:
    """Return the blocks of a text in Markdown. Raises NotText."""
    found: list[Block] = []
    opened = ""
    for token in MarkdownIt().parse(decoded(data, name)):
        if token.type.endswith("_open"):
            opened = token.tag
        elif token.type == "inline":
            words, pictures = _words(token)
            found += (Block("caption", picture) for picture in pictures)
            if words:
                found.append(Block(_kind(opened, first=not found), words))
        elif token.type in ("fence", "code_block", "html_block"):
            words = " ".join(token.content.split())
            found += [Block("around the article", words)] if words else []
    title = next((block.text for block in found if block.kind == "headline"), "")
    return Incoming(tuple(found), Origin(title=title))


def _kind(tag: str, *, first: bool) -> Kind:
    if tag == "h1" or (first and tag in ("h2", "h3")):
        return "headline"
    return "subheading" if tag in ("h2", "h3", "h4", "h5", "h6") else "paragraph"


def _words(token: Token) -> tuple[str, list[str]]:
    """Return the words of a paragraph, and what its pictures say of themselves."""
    words, pictures = "", []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            words += child.content
        elif child.type in ("softbreak", "hardbreak"):
            words += " "
        elif child.type == "image" and child.content:
            pictures.append(child.content)
    return words.strip(), pictures
