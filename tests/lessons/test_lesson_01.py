"""Lesson 1: every figure that its words state is what the article gives."""

from __future__ import annotations

import re

import yaml
from nltk import FreqDist
from nltk.tokenize import NLTKWordTokenizer, RegexpTokenizer, wordpunct_tokenize

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.kinds.number import Number

NAME = "01-what-is-this-text"
SHEET = Sheet.of(NAME)
LESSON, GUIDE = (
    Content.kit().root.joinpath("lessons", *folder, f"{NAME}.md").read_text(encoding="utf-8")
    for folder in ((), ("guides",))
)
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


def test_a_mark_begins_where_the_prompt_says() -> None:
    """So short a mark loses half by one word, so that the student is told where it begins."""
    question = SHEET["1.4"]
    assert "from its *the* to its last word" in question.prompt
    faults = [one for one in SHEET.home.reading.faults if one.certainty == "certain"]
    assert [ARTICLE[one.span].split()[0] for one in faults] == ["the", "the"]


def test_names_as_the_guide_counts_them() -> None:
    frequency = FreqDist(word.lower() for word in WORDS)
    assert (frequency["israel"], frequency["israel’s"], frequency["iran"]) == (13, 2, 6)
    cut = FreqDist(RegexpTokenizer(r"\w+").tokenize(ARTICLE.text))
    assert (cut["Israel"], cut["Iran"]) == (15, 7)
    reading = SHEET.home.reading
    assert not [one for one in reading.quotations if "Israel" in (one.speaker or "")]
    assert "*Israel* comes thirteen times (*Israel’s*, twice," in GUIDE
    assert "Lesson 2 cuts at the apostrophe, and gets fifteen and seven" in GUIDE


def test_the_ferry_has_eighteen_paragraphs() -> None:
    material = SHEET.material(SHEET["1.9"])
    assert len(material.article.paragraphs) == 18
    assert "It has 18 paragraphs" in LESSON


def test_the_ferry_has_what_the_guide_sends_a_student_there_for() -> None:
    ferry = SHEET.material(SHEET["1.9"]).article
    printed = {number: ferry[place] for number, place in enumerate(ferry.paragraphs, 1)}
    assert "3 March" in printed[6]
    assert "“a muddle”." in printed[6]
    assert "harbour" in printed[8]
    assert (len(printed[8].split()), len(wordpunct_tokenize(printed[8]))) == (21, 25)
    assert "its paragraph 8: 21 between spaces, 25 tokens" in GUIDE


def test_what_is_missing_is_listed_in_full() -> None:
    about = yaml.safe_load((Content.kit().seed(SHEET.article) / "about.yaml").read_bytes())
    listed = re.search(r"nine things are missing: ([^.]+)\.", GUIDE)
    assert listed
    assert listed[1].split(", ") == about["origin"]["unknown"]
