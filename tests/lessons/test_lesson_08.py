"""Lesson 8: every figure that its words state is what the article and the expert give."""

from __future__ import annotations

import re

from accordingto import own_article
from accordingto.content import Content
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


def test_the_machine_misses_the_first_speaker_of_the_text_to_try_and_finds_the_others() -> None:
    page = (Content.kit().root / "lessons" / "08-source-audit.md").read_text("utf-8")
    pasted = re.search(r'own_article\(text=r"""(.*?)"""\)', page, re.DOTALL)
    assert pasted
    mine = own_article(text=pasted[1])
    assert "Bea Moor said" in mine.text
    found = [mine[piece] for one in read(mine).attributions for piece in one.source]
    assert found == ["Cy Vale", "others", "a clerk"]
    [passed_on] = [one for one in read(mine).attributions if one.conduits]
    assert [hand.name for hand in passed_on.conduits] == ["the Harbour Post"]


def test_whoever_asks_how_the_outlets_know_counts_sixteen() -> None:
    outlets = [one.id for one in OUTER if any(hand.type == "outlet" for hand in one.conduits)]
    question = SHEET["8.1"]
    assert isinstance(question, Number)
    assert question.value - len(outlets) == 16
    assert question.score(question.answer({"value": 16}), SHEET.home).credit == 0.5


def test_the_memo_asks_the_same_of_every_side() -> None:
    question = SHEET["8.8"]
    assert isinstance(question, SortCards)
    keys = {card.id: card.key for card in question.cards}
    assert keys["mistake"] == keys["caving"] == "page"
    assert keys["win"] == keys["they"] == "inference"
    assert keys["allies"] == keys["saturday"] == "off"
