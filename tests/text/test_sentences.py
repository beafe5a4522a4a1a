import string
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktSentenceTokenizer

from accordingto.text import Article
from accordingto.text.sentences import abbreviations, punkt, sentence_spans

PIECES = st.sampled_from(
    ["The U.S. ", "said Mr. ", "Ann. ", "“No.” ", "Why? ", "3.5 ", "🦊! ", "… ", "\n", "\r\n", " "]
)


def sentences(text: str) -> list[str]:
    article = Article("invented", text)
    return [article[sentence] for sentence in article.sentences]


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_sentence_crosses_a_paragraph_and_no_word_is_lost(text: str) -> None:
    article = Article("invented", text)
    for sentence in article.sentences:
        assert any(paragraph.contains(sentence) for paragraph in article.paragraphs)
    said = "".join(article[sentence] for sentence in article.sentences)
    assert "".join(said.split()) == "".join(text.split())


@given(st.lists(PIECES, max_size=12).map("".join))
def test_sentences_follow_one_another_without_overlap(text: str) -> None:
    found = Article("invented", text).sentences
    assert all(one.end <= after.start for one, after in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Gray of the U.S. Navy spoke. He left.", 2),
        ("On Jan. 3 Gen. Ash met Sen. Birch. Nobody else came.", 2),
        ("It rose 3.5 percent. Prices fell.", 2),
        ("“We will go.” She paused. “Maybe.”", 3),
        ("No stop at the end\nand none here", 2),
        ("Why? Because! So it goes.", 3),
    ],
)
def test_abbreviations_of_the_news_do_not_end_a_sentence(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected


def test_the_offset_of_the_paragraph_is_added() -> None:
    assert [(s.start, s.end) for s in sentence_spans("🦊. B c.", 10)] == [(10, 12), (13, 17)]


def test_the_abbreviations_are_as_punkt_wants_them() -> None:
    words = abbreviations()
    assert words == sorted(set(words))
    allowed = set(string.ascii_lowercase + ".-")  # inside a word only: ph.d, det-sgt
    assert all(set(word) <= allowed for word in words)
    assert all(word[0].isalpha() and word[-1].isalpha() for word in words)
    assert {"mr", "sen", "u.s"} <= set(words)


@pytest.mark.parametrize("title", ["Det-Sgt.", "Lt-Col.", "Vice-Pres."])
def test_a_joined_title_ends_no_sentence(title: str) -> None:
    text = f"The file went to {title} Ruiz on Monday."
    assert sentences(text) == [text]


def test_punkt_is_made_once_and_knows_nothing_else() -> None:
    assert punkt() is punkt()
    assert punkt()._params.abbrev_types == set(abbreviations())
    assert not punkt()._params.collocations


@given(st.text("Ab1é.,-?!… \n", max_size=40) | st.lists(PIECES, max_size=12).map("".join))
def test_a_token_without_a_time_limit_changes_no_sentence(text: str) -> None:
    theirs = PunktSentenceTokenizer(punkt()._params)
    assert list(punkt().span_tokenize(text)) == list(theirs.span_tokenize(text))


def test_texts_can_be_imported_without_nltk() -> None:
    check = "import sys, accordingto.text; sys.exit('nltk' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
