"""Lesson 8: every figure that its words state is what the article and the expert give."""

from __future__ import annotations

import re

from accordingto.exercises import Sheet
from accordingto.exercises.kinds.number import Number
from accordingto.exercises.kinds.sort_cards import SortCards
from accordingto.instrument import read
from accordingto.readings import compare

SHEET = Sheet.of("08-source-audit")
ARTICLE, READING = SHEET.home.article, SHEET.home.reading
OUTER = [one for one in READING.attributions if not one.embedded_in]
UNTRACED = {"unnamed group", "undisclosed", "none"}


def test_eighteen_of_22_can_be_traced() -> None:
    untraced = [
        one.id
        for one in OUTER
        if one.origin and {one.origin.type, *(hand.type for hand in one.conduits)} & UNTRACED
    ]
    assert untraced == ["A01", "A02", "A11", "A14"]
    question = SHEET["8.1"]
    assert isinstance(question, Number)
    assert (len(OUTER), question.value) == (22, len(OUTER) - len(untraced))


def test_second_hand_words_of_each_side_as_the_anchor_counts_them() -> None:
    by_others = [one for one in OUTER if one.conduits and one.origin]
    assert [ARTICLE.paragraph_of(one.cue[0]) for one in by_others] == [4, 8, 9, 10]
    names = [one.origin.name for one in by_others if one.origin]
    assert sum("Biden" in name or name == "the president" for name in names) == 4
    assert not [name for name in names if "Rubio" in name]


def test_two_signs_find_two_of_the_four_paragraphs() -> None:
    sign = re.compile(r"\b(?:reportedly|according to)\b", re.I)
    found = [n for n, span in enumerate(ARTICLE.paragraphs, 1) if sign.search(ARTICLE[span])]
    assert found == [9, 10]


def test_on_the_ferry_the_machine_misses_about_one_in_ten() -> None:
    ferry = SHEET.home.other("harbour-ferry")
    whole = compare(ferry.article, read(ferry.article), ferry.reading, layer="attributions").whole
    assert 0.88 < whole.recall < 0.93


def test_the_memo_asks_the_same_of_every_side() -> None:
    question = SHEET["8.8"]
    assert isinstance(question, SortCards)
    keys = {card.id: card.key for card in question.cards}
    assert keys["b1"] == keys["r1"] == "page"
    assert keys["b2"] == keys["r2"] == "inference"
    assert keys["i1"] == keys["i2"] == "off"
