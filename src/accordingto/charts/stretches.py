"""The rows of a figure that runs along a text: its paragraphs, several to a row when many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accordingto.text import Article, Span

MOST_ROWS = 36  # what a page of print, or a projector, can still show


@dataclass(frozen=True)
class Stretch:
    """Neighbouring paragraphs: their numbers as a label, and the words in them, by index."""

    label: str
    words: range


def stretches(article: Article) -> list[Stretch]:
    """One for each paragraph; in a long text each holds as many as keep them to MOST_ROWS."""
    paragraphs = article.paragraphs
    step = -(-len(paragraphs) // MOST_ROWS) or 1
    rows = []
    for first in range(0, len(paragraphs), step):
        last = min(first + step, len(paragraphs))
        label = str(last) if last == first + 1 else f"{first + 1}–{last}"
        place = Span(paragraphs[first].start, paragraphs[last - 1].end)
        rows.append(Stretch(label, article.words_in(place)))
    return rows


def row_of(rows: Sequence[Stretch], word: int) -> int:
    """The index of the row in which a word, by its index in the article, stands."""
    return bisect_right([row.words.start for row in rows], word) - 1


def runs(words: Iterable[int]) -> list[tuple[int, int]]:
    """Words by index as half-open ranges of neighbours."""
    found: list[tuple[int, int]] = []
    for word in sorted(words):
        if found and found[-1][1] == word:
            found[-1] = (found[-1][0], word + 1)
        else:
            found.append((word, word + 1))
    return found
