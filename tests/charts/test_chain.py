"""The chain of an attribution, in a picture and in words."""

from __future__ import annotations

import pytest

from accordingto import seed
from accordingto.charts import chain
from charts.drawing import NOTHING, PLAIN, crowded, same_twice, size

ARTICLE, EXPERT = seed("white-house-israel-iran")
FERRY = seed("harbour-ferry")


@pytest.mark.parametrize(
    ("id", "alt"),
    [
        (
            "A05",
            "A05, paragraph 4: the president (named official), then Kirby (named official),"
            " then this page, then the reader.",
        ),
        (
            "A11",
            "A11, paragraph 7: a source that the page does not state, then this page,"
            " then the reader.",
        ),
        (
            "A12",
            "A12, paragraph 8: Biden and other national security officials (named official),"
            " then CNN, Axios and the New York Times (outlet), then this page, then the reader.",
        ),
        (
            "A14",
            "A14, paragraph 9: Biden (named official), then a hand that the page does not"
            " disclose, then this page, then the reader. The page says “reportedly”.",
        ),
        (
            "A15",
            "A15, paragraph 10: Biden (named official), then Axios (outlet), then this page,"
            " then the reader. The page says “reportedly” and “according to”.",
        ),
        (
            "A19",
            "A19, paragraph 13: Marco Rubio (named politician, printed as “he”), then this page,"
            " then the reader.",
        ),
    ],
)
def test_what_it_says_to_those_who_cannot_see_it(id: str, alt: str) -> None:
    assert chain(ARTICLE, EXPERT, id).alt == alt


def test_the_invented_article_is_asked_the_same() -> None:
    assert chain(*FERRY, "A16").alt == (
        "A16, paragraph 11: Vasko (named official), then the Wrenmouth Post (outlet),"
        " then this page, then the reader. The page says “reportedly” and “according to”."
    )


def test_every_hand_takes_room() -> None:
    widths = [size(chain(ARTICLE, EXPERT, id))[0] for id in ("A11", "A12")]
    assert widths == [1296, 1742]
    assert same_twice(lambda: chain(ARTICLE, EXPERT, "A12"))


def test_an_undisclosed_hand_is_drawn_with_a_broken_line() -> None:
    axes = chain(ARTICLE, EXPERT, "A14").figure.axes[0]
    assert [patch.get_linestyle() for patch in axes.patches[:4]] == ["-", "--", "-", "-"]
    assert "?" in [text.get_text() for text in axes.texts]


def test_long_names_dollars_and_missing_letters_are_drawn() -> None:
    article, reading = crowded(8)
    assert [size(chain(article, reading, one.id))[1] for one in reading.attributions] == [417] * 8


def test_an_id_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(LookupError, match=r"^\"?chain: the reading has no attribution 'A99'; "):
        chain(ARTICLE, EXPERT, "A99")
    with pytest.raises(LookupError, match="there are none"):
        chain(PLAIN, NOTHING, "A01")
