"""Lists and numbers in a sentence."""

from __future__ import annotations

from accordingto.text.wording import counted, listed, paragraphs


def test_lists_and_counts_in_words() -> None:
    assert [listed("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert [counted(n, "word") for n in (0, 1, 2)] == ["0 words", "1 word", "2 words"]
    assert [counted(n, "was", "were") for n in (1, 2)] == ["1 was", "2 were"]
    assert [paragraphs(some) for some in ([4], ["4", "7"])] == ["paragraph 4", "paragraphs 4 and 7"]
