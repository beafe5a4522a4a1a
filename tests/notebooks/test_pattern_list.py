"""Patterns as readers write them: what no tagger could use is said, and the rest is used."""

from __future__ import annotations

from typing import Any

import pytest
from nltk import RegexpTagger

from accordingto import pattern_list

REST = (r"(?s).", "OTHER")


@pytest.mark.parametrize(
    ("written", "pairs", "said"),
    [
        ([("^he$", "WHO")], [("^he$", "WHO")], ""),
        ([["^he$", "WHO"]], [("^he$", "WHO")], ""),
        ((), [], "There is no pattern: every word gets the label OTHER, and no chunk is found."),
        ({"^he$": "WHO"}, [], "A list in square brackets was expected here, and this is {"),
        (["^he$"], [], "I leave out pattern 1: expected a pattern and its label,"),
        ([("^he$", "WHO", 1)], [], "I leave out pattern 1: expected a pattern and its label,"),
        ([(1, "WHO")], [], "I leave out pattern 1: expected two texts in quotation marks,"),
        ([("^he$", "W HO")], [], "I leave out pattern 1: a label is one word in capitals,"),
        ([("[he", "WHO")], [], "I leave out pattern 1: “[he” cannot be read as a pattern:"),
        ([("a", "A"), ("a", "A")], [("a", "A")], "Pattern 2 is there twice:"),
    ],
)
def test_what_a_list_holds_and_what_is_said_of_it(
    written: Any, pairs: list[tuple[str, str]], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pattern_list(written) == [*pairs, REST]
    printed = capsys.readouterr().out
    assert printed.startswith(said)
    assert bool(printed) == bool(said)


def test_every_word_gets_a_label() -> None:
    tagger = RegexpTagger(pattern_list([("^he$", "WHO")]))
    assert tagger.tag(["he", "“", "said", "\n"]) == [
        ("he", "WHO"),
        ("“", "OTHER"),
        ("said", "OTHER"),
        ("\n", "OTHER"),
    ]
