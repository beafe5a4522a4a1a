"""Whoever and whatever a page names."""

from __future__ import annotations

import pytest

from accordingto.instrument.phrases import phrases
from accordingto.text import Article


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Mayor Rosa Delgado read a letter. Delgado left with two deckhands.",
            [
                ("Rosa Delgado", "named official"),
                ("a letter", "document"),
                ("Rosa Delgado", "named official"),
                ("two deckhands", "unnamed group"),
            ],
        ),
        ("She said it was late.", []),
        ("The council met “in the old hall” with anonymity.", [("The council", "institution")]),
        ("", []),
        ("It rained.\nThe Courier asked.", [("The Courier", "outlet")]),
    ],
)
def test_names_and_noun_phrases_outside_of_marks(text: str, named: list[tuple[str, str]]) -> None:
    article = Article("page", text)
    found = list(phrases(article))
    assert [(one.name, one.type) for one in found] == named
    assert all(one.name.endswith(article[one.spans[0]]) for one in found)
