"""Paragraphs of an article in a cell, with their numbers, so that one can read along."""

from __future__ import annotations

from textwrap import fill
from typing import Any

from accordingto.text import Article

WIDE = 90  # letters to a line


def printed(article: Article, *numbers: Any) -> None:
    """Print the paragraphs of these numbers, in this order; without a number, all of them.

    A sentence is printed for what is no number of a paragraph.
    """
    for number in numbers or range(1, len(article.paragraphs) + 1):
        if text := paragraph_text(article, number):
            print(fill(f"({number}) {text}", WIDE), "\n")


def paragraph_text(article: Article, number: Any) -> str:
    """Returns a paragraph, the first being 1; "", and a sentence is printed, for another number."""
    last = len(article.paragraphs)
    if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= last:
        return article[article.paragraphs[number - 1]]
    print(f"There is no paragraph {number!r}: they have the numbers 1 to {last}.\n")
    return ""
