import pytest

from accordingto.exercises.edges import both_texts, difference, quoted
from accordingto.text import Article, Span

ARTICLE = Article(
    "page", "She said: “The ferry, they say, left *late* at nine.” Nobody waved at all."
)
WHOLE = "“The ferry, they say, left *late* at nine.”"


def place(words: str) -> Span:
    start = ARTICLE.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("mine", "said"),
    [
        (WHOLE, ""),
        (f" {WHOLE} ", ""),
        (
            WHOLE[1:],
            "begins too late: it leaves out the opening quotation mark, "
            "and ends where the expert’s does",
        ),
        (
            WHOLE[:-1],
            "begins where the expert’s does, "
            "and ends too early: it leaves out the closing quotation mark",
        ),
        (WHOLE[:-2], "begins where the expert’s does, and ends too early: it leaves out “.””"),
        (f": {WHOLE}", "begins too early: it takes in “:”, and ends where the expert’s does"),
        (f"said: {WHOLE}", "begins 1 word too early, and ends where the expert’s does"),
        ("ferry, they say", "begins 1 word too late, and ends 4 words too early"),
        (f"{WHOLE} Nobody", "begins where the expert’s does, and ends 1 word too late"),
        (WHOLE[2:], "begins too late: it leaves out ““T”, and ends where the expert’s does"),
    ],
)
def test_which_edge_differs_and_by_how_much(mine: str, said: str) -> None:
    assert difference(place(mine), place(WHOLE), ARTICLE) == said


def test_both_texts_are_shown_to_the_letter() -> None:
    assert both_texts(place("left *late*"), place("left"), ARTICLE) == (
        r"Yours: *left \*late\**. The expert’s: *left*."
    )


def test_of_a_long_text_both_edges_are_shown() -> None:
    whole = Span(0, len(ARTICLE.text))
    assert quoted(whole, ARTICLE) == "*She said: “The ferry, they … Nobody waved at all.*"
