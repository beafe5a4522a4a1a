import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.exercises import Sheet
from accordingto.exercises.quoting import is_on, off_the_page, quotations
from accordingto.text import Article

PAGE = Article(
    "page", "“Take the win,” Bea’s friend said – so-called peace activists.\nNobody waved."
)
HOME = Sheet.of("02-who-says-so").home.article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('She says “take the win” and "nobody".', ["take the win", "nobody"]),
        ("“take the", []),
        ("no marks at all", []),
        ("“”, “…” and “!”", []),
        ("it’s Bea’s", []),
        ("“a” “b” “a”", ["a", "b", "a"]),
    ],
)
def test_what_stands_between_double_marks(text: str, found: list[str]) -> None:
    assert quotations(text) == found


@pytest.mark.parametrize(
    ("quotation", "there"),
    [
        ("Take the win", True),
        ("take the win.", True),
        ("Take the win,", True),
        ("Bea's friend", True),
        ("friend said - so-called", True),
        ("Take … activists", True),
        ("Take [...] waved", True),
        ("‘Take the win’", True),
        ("win Bea", False),
        ("peace activist", False),
        ("peace activist zebra", False),
        ("Take … zebra", False),
        ("ake the win", False),
    ],
)
def test_whether_it_is_on_the_page(quotation: str, there: bool) -> None:
    assert is_on(PAGE, quotation) == there


def test_what_is_not_on_the_page_is_named_once() -> None:
    text = "“peace activist zebra”, “so-called”, again “peace activist zebra”"
    assert off_the_page(text, HOME) == ["peace activist zebra"]


@given(st.data())
def test_any_words_of_the_page_in_marks_are_on_it(data: st.DataObject) -> None:
    words = HOME.words
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(first + 20, len(words) - 1)))
    quoted = HOME.text[words[first].start : words[last].end].replace("“", "‘").replace("”", "’")
    assert off_the_page(f"It says “{quoted}”.", HOME) == []
