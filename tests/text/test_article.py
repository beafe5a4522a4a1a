import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.text import Article, Span, decoded

# 𝓑 and 🦊 are one code point each, two UTF-16 units; é stands composed and decomposed.
LETTERS = st.sampled_from(list("abZ9 .,“”’-\t\n\r\u00a0\u2028é\u0301𝓑🦊"))
TEXTS = st.text(LETTERS, max_size=60)


@st.composite
def placed(draw: st.DrawFn) -> tuple[Article, Span]:
    text = draw(TEXTS)
    ends = sorted(draw(st.tuples(*[st.integers(0, len(text) + 3)] * 2)))
    return Article("invented", text), Span(*ends)


@given(TEXTS)
def test_paragraphs_are_the_lines_that_hold_something(text: str) -> None:
    lines = [line for line in re.split(r"[\n\r]", text) if line.strip()]
    article = Article("invented", text)
    assert [article[paragraph] for paragraph in article.paragraphs] == lines


@given(TEXTS)
def test_between_paragraphs_there_is_nothing_but_blanks(text: str) -> None:
    ends = [0]
    for paragraph in Article("invented", text).paragraphs:
        assert not text[ends[-1] : paragraph.start].strip()
        ends.append(paragraph.end)
    assert ends == sorted(ends)
    assert not text[ends[-1] :].strip()


@given(placed())
def test_words_in_a_span_are_those_that_lie_wholly_in_it(case: tuple[Article, Span]) -> None:
    article, span = case
    naive = [number for number, word in enumerate(article.words) if span.contains(word)]
    assert list(article.words_in(span)) == naive


@given(placed())
def test_the_paragraph_of_a_span_is_the_last_that_begins_at_it_or_before(
    case: tuple[Article, Span],
) -> None:
    article, span = case
    begun = [1, *(n for n, p in enumerate(article.paragraphs, 1) if p.start <= span.start)]
    assert article.paragraph_of(span) == begun[-1]


@given(st.text(LETTERS, min_size=1, max_size=30), st.data())
def test_found_words_stand_there_and_nowhere_else_in_the_paragraph(
    text: str, data: st.DataObject
) -> None:
    article = Article("invented", text)
    number = data.draw(st.integers(0, len(article.paragraphs) + 1))
    words = data.draw(st.text(LETTERS, max_size=3))
    inside = 1 <= number <= len(article.paragraphs)
    place = article.paragraphs[number - 1] if inside else Span(0, 0)
    starts = [
        start
        for start in range(place.start, place.end - len(words) + 1)
        if words and text[start : start + len(words)] == words
    ]
    if inside and len(starts) == 1:
        assert article.find(words, number) == Span(starts[0], starts[0] + len(words))
    else:
        with pytest.raises(LookupError):
            article.find(words, number)


def test_offsets_count_code_points_beside_characters_of_the_astral_planes() -> None:
    article = Article("invented", "𝓑y noon 🦊 “sat”.\r\n\r\n🦊 ran.")
    assert article.paragraphs == (Span(0, 16), Span(20, 26))
    assert [article[word] for word in article.words] == ["𝓑y", "noon", "sat", "ran"]
    assert article.find("“sat”", 1) == Span(10, 15)
    assert article.find("ran", 2) == Span(22, 25)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r", "\n\n \t\n", " "])
def test_how_a_file_ends_adds_no_paragraph(end: str) -> None:
    article = Article("invented", "One.\nTwo." + end)
    assert len(article.paragraphs) == 2
    assert article.paragraphs[1].start == 5


def test_blanks_at_the_end_of_a_line_belong_to_its_paragraph() -> None:
    article = Article("invented", "  One.  \nTwo.")
    assert article[article.paragraphs[0]] == "  One.  "


def test_hyphens_apostrophes_and_inner_full_stops_stay_inside_a_word() -> None:
    article = Article("invented", "The U.S.-led ‘plan’ isn’t Tel-Aviv's -- 3.5 a.m.")
    assert [article[word] for word in article.words] == [
        "The",
        "U.S",
        "led",
        "plan",
        "isn’t",
        "Tel-Aviv's",
        "3.5",
        "a.m",
    ]


def test_a_text_of_nothing_but_blanks_has_no_parts() -> None:
    article = Article("invented", " \n\t\r\n ")
    assert (article.paragraphs, article.sentences, article.words) == ((), (), ())
    assert article.paragraph_of(Span(2, 3)) == 1


def test_a_very_long_blank_line_takes_no_time() -> None:
    # a pattern that backtracks needs minutes for this
    assert Article("invented", "a\n" + " " * 1_000_000 + "\nb").paragraphs == (
        Span(0, 1),
        Span(1_000_003, 1_000_004),
    )


def test_words_are_found_within_others() -> None:
    article = Article("invented", "He said no. She said yes.")
    assert article.find("said", 1, within="She said") == Span(16, 20)


@pytest.mark.parametrize(
    ("words", "paragraph", "within", "problem"),
    [
        ("said", 1, None, "these words stand more than once in paragraph 1: 'said'"),
        ("aa", 2, None, "these words stand more than once in paragraph 2: 'aa'"),
        ("says", 1, None, "these words are not in paragraph 1: 'says'"),
        ("", 1, None, "these words are not in paragraph 1: ''"),
        ("aaa", 1, None, "these words are not in paragraph 1: 'aaa'"),
        ("said", 1, "They said", "these words are not in paragraph 1: 'They said'"),
        ("said", 1, "yes", "these words are not in “yes”: 'said'"),
        ("said", 0, None, "there is no paragraph 0: invented has 2"),
        ("said", 3, None, "there is no paragraph 3: invented has 2"),
        ("said", -1, None, "there is no paragraph -1: invented has 2"),
    ],
)
def test_words_that_cannot_be_placed_are_refused(
    words: str, paragraph: int, within: str | None, problem: str
) -> None:
    article = Article("invented", "He said no. She said yes.\naaa")
    with pytest.raises(LookupError) as caught:
        article.find(words, paragraph, within)
    assert str(caught.value) == problem


def test_a_file_gives_its_name_and_its_text_without_the_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.")
    assert Article.from_file(path) == Article("ferry", "One.\r\nTwo.")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"caf\xe9", "page: not UTF-8 text, byte 3 cannot be read"),
        (b"a\0b", "page: not a text file (it holds zero bytes)"),
        (b"", "page: empty, there is nothing to read"),
        (b"\xef\xbb\xbf \r\n", "page: empty, there is nothing to read"),
    ],
)
def test_bytes_that_are_no_text_are_refused_in_a_sentence(data: bytes, problem: str) -> None:
    with pytest.raises(ValueError, match=re.escape(problem) + "$"):
        decoded(data, "page")


def test_a_file_too_long_for_an_article_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "corpus.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(ValueError, match=r"corpus\.txt: larger than 50 MB, too long for one"):
        Article.from_file(path)
