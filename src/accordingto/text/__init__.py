"""Texts and the places in them: articles, paragraphs, sentences, words and spans.

What somebody finds in a text is in `readings`; no file format but plain text is known here.
"""

from accordingto.text.article import Article, NotText, WordsMissing, WordsNotUnique, decoded
from accordingto.text.spans import Span

__all__ = ["Article", "NotText", "Span", "WordsMissing", "WordsNotUnique", "decoded"]
