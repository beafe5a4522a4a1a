"""Texts and places in them: Span and Article."""

from accordingto.text.article import Article, decoded
from accordingto.text.spans import Span

__all__ = ["Article", "Span", "decoded"]
