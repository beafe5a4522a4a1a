"""The page that a cell works on: by its name, or with its reading; else one sentence."""

from __future__ import annotations

from typing import Any

import pytest

from accordingto import audited, own_article, seed
from accordingto.instrument import read
from accordingto.notebooks.own_article import ArticleError

FERRY, FERRY_READING = seed("harbour-ferry")
MINE = own_article(text="It rained, Bea Moor said.")


def test_by_name() -> None:
    article, reading = audited("harbour-ferry")
    assert (article.text, reading) == (FERRY.text, FERRY_READING)


def test_a_page_and_its_reading_are_what_they_are() -> None:
    assert audited(MINE, read(MINE)) == (MINE, read(MINE))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ((), "; and this is nothing"),
        ((FERRY,), r"expected the name of a page, audited\(\"harbour-ferry\"\)"),
        ((FERRY_READING, FERRY), "; and this is Reading, "),
        ((None,), "; and this is NoneType"),
        (
            ("harbor-ferry",),
            "there is no article 'harbor-ferry' in seeds/; there are harbour-ferry",
        ),
        ((FERRY, read(MINE)), "this reading is of another page than the one before it"),
    ],
)
def test_anything_else_is_answered_with_one_sentence(given: Any, sentence: str) -> None:
    with pytest.raises(ArticleError, match=sentence):
        audited(*given)
