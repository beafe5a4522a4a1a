"""Every rule has a name and a sentence that it reads, and can be left out by that name."""

from __future__ import annotations

import pytest

from accordingto.instrument import read
from accordingto.instrument.rules import RULES
from accordingto.text import Article


def rules_of(sentence: str, without: frozenset[str] = frozenset()) -> set[str | None]:
    found = read(Article("invented", sentence), without=without).attributions
    return {one.rule for one in found}


@pytest.mark.parametrize(("name", "sentence"), RULES.items())
def test_a_rule_reads_its_sentence_and_nothing_does_without_it(name: str, sentence: str) -> None:
    assert name in rules_of(sentence)
    assert name not in rules_of(sentence, frozenset({name}))


def test_a_name_that_no_rule_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no rule is called"):
        read(Article("invented", "Vasko said so."), without=frozenset({"magic"}))
