"""A list as readers write it: what is amiss is said in a sentence, and the rest is used."""

from __future__ import annotations

from typing import Any

import pytest

from accordingto import word_list


@pytest.mark.parametrize(
    ("written", "words", "said"),
    [
        (["said", "told"], ["said", "told"], ""),
        (("said",), ["said"], ""),
        ([" said "], ["said"], ""),
        (["said", "told", "said"], ["said", "told"], "Twice in the list, and counted once: said."),
        (["said", 7, None], ["said"], "I leave out what is no word: 7, None."),
        (["said", ""], ["said"], "I leave out what is no word: ''."),
        ("said, told", ["said", "told"], "A list stands in square brackets."),
        (5, [], "A list in square brackets was expected here, and this is 5."),
        (b"said", [], "A list in square brackets was expected here, and this is b'said'."),
        ([], [], "The list is empty: it finds nothing, and of nothing no share can be right."),
    ],
)
def test_what_a_list_holds_and_what_is_said_of_it(
    written: Any, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert word_list(written) == words
    printed = capsys.readouterr().out
    assert printed.startswith(said)
    assert bool(printed) == bool(said)


def test_a_sentence_without_brackets_stays_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert word_list("Stay, said Ann.", of="sentence") == ["Stay, said Ann."]
    assert word_list(["Stay.", 7], of="sentence") == ["Stay."]
    assert "I leave out what is no sentence: 7." in capsys.readouterr().out
