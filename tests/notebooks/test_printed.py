"""A page in a cell: the paragraphs that were asked for, and a sentence for what is none."""

from __future__ import annotations

from typing import Any

import pytest

from accordingto import printed
from accordingto.notebooks.page import Page
from accordingto.text import Article

ARTICLE = Article("a", "One.\n\nTwo.\nThree.")


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((), ["(1) One.", "(2) Two.", "(3) Three."]),
        ((3, 1), ["(3) Three.", "(1) One."]),
        ((2, 2), ["(2) Two.", "(2) Two."]),
        ((4,), ["There is no paragraph 4: they have the numbers 1 to 3."]),
        ((0, True), ["There is no paragraph 0:", "There is no paragraph True:"]),
        (("1", []), ["There is no paragraph '1':", "There is no paragraph []:"]),
    ],
)
def test_the_paragraphs_that_were_asked_for(
    numbers: tuple[Any, ...], said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    printed(ARTICLE, *numbers)
    lines = [line for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert len(lines) == len(said)
    assert all(line.startswith(words) for line, words in zip(lines, said, strict=True))


def test_a_page_gives_a_paragraph_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page.of(ARTICLE)
    assert [page.paragraph(number) for number in (1, 3, 4)] == ["One.", "Three.", ""]
    assert capsys.readouterr().out == ("There is no paragraph 4: they have the numbers 1 to 3.\n\n")
