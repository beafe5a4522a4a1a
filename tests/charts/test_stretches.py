"""The rows along a text: every word in one row, and never more rows than a page can show."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from accordingto.charts.stretches import MOST_ROWS, row_of, runs, stretches
from accordingto.text import Article


@given(st.integers(min_value=0, max_value=200))
def test_every_word_stands_in_one_row(paragraphs: int) -> None:
    article = Article("any", "\n".join(["one two"] * paragraphs))
    rows = stretches(article)
    assert len(rows) <= MOST_ROWS
    assert [word for row in rows for word in row.words] == list(range(len(article.words)))
    assert all(word in rows[row_of(rows, word)].words for word in range(len(article.words)))


def test_labels() -> None:
    def labels(paragraphs: int) -> list[str]:
        return [row.label for row in stretches(Article("any", "a\n" * paragraphs))]

    assert labels(3) == ["1", "2", "3"]
    assert labels(37)[:2] == ["1–2", "3–4"]
    assert labels(37)[-1] == "37"
    assert labels(0) == []


@given(st.frozensets(st.integers(min_value=0, max_value=50)))
def test_runs_hold_the_same_words_and_never_touch(words: frozenset[int]) -> None:
    found = runs(words)
    assert {word for first, last in found for word in range(first, last)} == words
    assert all(one[1] < other[0] for one, other in pairwise(found))
