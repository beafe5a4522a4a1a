"""A paragraph as words with a letter each."""

from __future__ import annotations

from accordingto.instrument.quotations import quotations
from accordingto.instrument.tokens import LONGEST_SENTENCE, Line, line
from accordingto.text import Article


def only_line(text: str) -> Line:
    article = Article("invented", text)
    return line(text, article.paragraphs[0], quotations(article)[0])


def test_a_quotation_is_one_word_and_no_sentence_ends_inside_it() -> None:
    words = only_line("“We wait. We always wait,” Bea said. She left.")
    assert words.sentences == [(0, 4), (4, 7)]
    assert words.words[0] == "“We wait. We always wait,”"
    assert words.tags[0] == "Q"


def test_a_fragment_in_marks_is_part_of_its_sentence() -> None:
    assert only_line("Bea called it “a mistake”.").tags[3] == "q"


def test_what_never_ends_is_read_in_stretches() -> None:
    words = only_line("Bea said and " * LONGEST_SENTENCE)
    assert max(last - first for first, last in words.sentences) == LONGEST_SENTENCE
    assert [words.sentences[0][0], words.sentences[-1][1]] == [0, len(words.words)]
