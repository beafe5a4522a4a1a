"""Lesson 1: every figure that its words state is what the article gives."""

from __future__ import annotations

from nltk import FreqDist
from nltk.tokenize import NLTKWordTokenizer, RegexpTokenizer, wordpunct_tokenize

from accordingto.content import content_root
from accordingto.exercises import Sheet
from accordingto.exercises.kinds.number import Number

NAME = "01-what-is-this-text"
SHEET = Sheet.of(NAME)
ARTICLE = SHEET.home.article
WORDS = RegexpTokenizer(r"\w+(?:[’'-]\w+)*").tokenize(ARTICLE.text)


def diagnosed(exercise: str) -> dict[float, str]:
    question = SHEET[exercise]
    assert isinstance(question, Number)
    return {wrong.value: wrong.why for wrong in question.wrong}


def test_the_five_rules_and_the_numbers_that_are_diagnosed() -> None:
    pieces = ARTICLE.text.split()
    signs = [piece for piece in pieces if any(one.isalnum() for one in piece)]
    letters = [piece for piece in pieces if any(one.isalpha() for one in piece)]
    assert (len(pieces), len(signs), len(letters)) == (546, 543, 541)
    assert sorted(set(pieces) - set(signs)) == ["–"]
    assert len(RegexpTokenizer(r"\w+").tokenize(ARTICLE.text)) == 559
    assert len(NLTKWordTokenizer().tokenize(ARTICLE.text)) == 627
    lines = [NLTKWordTokenizer().tokenize(line) for line in ARTICLE.text.splitlines()]
    assert sum(map(len, lines)) == 639
    assert len(wordpunct_tokenize(ARTICLE.text)) == 642
    assert len(ARTICLE.text) == 3313
    assert set(diagnosed("1.1")) == {541, 543, 559, 627, 639, 642, 3313}


def test_from_the_smallest_to_the_largest_is_almost_a_fifth() -> None:
    assert 0.17 < 642 / 543 - 1 < 0.20


def test_paragraph_7_by_its_rules() -> None:
    seven = ARTICLE[ARTICLE.paragraphs[6]]
    assert len(seven.split()) == 20
    assert len(wordpunct_tokenize(seven)) == 24
    assert len(RegexpTokenizer(r"\w+").tokenize(seven)) == 21
    assert wordpunct_tokenize(seven)[-1] == "”."


def test_names_as_the_guide_counts_them() -> None:
    frequency = FreqDist(word.lower() for word in WORDS)
    assert (frequency["israel"], frequency["iran"]) == (13, 6)
    reading = SHEET.home.reading
    assert not [one for one in reading.quotations if "Israel" in (one.speaker or "")]
    guide = (content_root() / "lessons" / "guides" / f"{NAME}.md").read_text(encoding="utf-8")
    assert "*Israel* stands thirteen times" in guide


def test_the_ferry_has_eighteen_paragraphs() -> None:
    material = SHEET.material(SHEET["1.9"])
    assert len(material.article.paragraphs) == 18
    assert "It has 18 paragraphs" in SHEET["1.9"].prompt
