"""Lesson 3: what its pages state of the article is so, and its keys are the expert's."""

from __future__ import annotations

import re

import pytest
from nltk import CFG, ChartParser
from nltk.tokenize import RegexpTokenizer

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.kinds.chain import Chain, ChainAnswer
from accordingto.exercises.kinds.choose_one import ChooseOne
from accordingto.exercises.kinds.free_text import FreeText
from accordingto.exercises.kinds.matrix import Matrix
from accordingto.exercises.kinds.number import Number, NumberAnswer
from accordingto.exercises.kinds.order import Order, OrderAnswer
from accordingto.exercises.kinds.parsons import Parsons
from accordingto.exercises.kinds.sort_cards import SortCards

NAME = "03-what-reportedly-hides"
SHEET = Sheet.of(NAME)
HOME = SHEET.home
ARTICLE, EXPERT = HOME.article, HOME.reading
FERRY = HOME.other("harbour-ferry")
LESSON = (Content.kit().root / "lessons" / f"{NAME}.md").read_text(encoding="utf-8")
ATTRIBUTIONS = {one.id: one for one in EXPERT.attributions}
GRANTED = {case.id: {r.answer: r.credit for r in case.readings} for case in EXPERT.cases}

WORDS = ("reportedly", "according to", "reported", "allegedly")


def paragraph(number: int) -> str:
    return ARTICLE[ARTICLE.paragraphs[number - 1]]


def test_the_paragraphs_that_pass_words_on_are_those_with_a_conduit() -> None:
    second_hand = {ARTICLE.paragraph_of(a.cue[0]) for a in EXPERT.attributions if a.conduits}
    assert second_hand == {4, 8, 9, 10}
    asked = SHEET["3.1"]
    assert isinstance(asked, Number)
    assert asked.value == len(second_hand)
    assert asked.look == tuple(sorted(second_hand))
    credits = [asked.score(NumberAnswer(value=one.value), HOME).credit for one in asked.wrong]
    assert credits == [0, 0.25, 0.5, 0.75]


@pytest.mark.parametrize(
    ("word", "times"),
    [
        ("anonymous", 0),
        ("unnamed", 0),
        ("source", 0),
        ("reportedly", 2),
        ("reported", 1),
        ("privately", 1),
        ("leak", 1),
    ],
)
def test_how_often_the_words_stand_there(word: str, times: int) -> None:
    tokens = RegexpTokenizer(r"\w+(?:[-’]\w+)*").tokenize(ARTICLE.text.lower())
    assert tokens.count(word) == times
    assert f'"{word}"' in LESSON


def test_the_first_finder_sees_a_word_inside_a_word_and_the_second_does_not() -> None:
    inside = {n: [w for w in WORDS if w in paragraph(n)] for n in range(1, 16)}
    whole = {n: [w for w in WORDS if re.search(rf"\b{w}\b", paragraph(n))] for n in range(1, 16)}
    assert {n: found for n, found in inside.items() if found} == {
        8: ["reported"],
        9: ["reportedly", "reported"],
        10: ["reportedly", "according to", "reported"],
    }
    assert {n: found for n, found in whole.items() if found} == {
        8: ["reported"],
        9: ["reportedly"],
        10: ["reportedly", "according to"],
    }
    assert whole[4] == []
    assert ATTRIBUTIONS["A05"].conduits


def test_the_lines_in_order_are_the_function_that_the_lesson_runs() -> None:
    finder = SHEET["3.8"]
    assert isinstance(finder, Parsons)
    program = "\n".join("    " * line.indent + line.code for line in finder.lines)
    region = re.search(r"### BEGIN SOLUTION\n(.+?)\n    ### END SOLUTION", LESSON, re.S)
    assert region
    assert region[1] == "\n".join(program.split("\n")[1:])
    space: dict[str, object] = {"WORDS": WORDS}
    exec(program, space)
    assert callable(find := space["find_evidentials"])
    assert find(paragraph(10)) == ["reportedly", "according to", "reported"]


def test_the_grammar_of_the_lesson_gives_two_structures() -> None:
    rules = re.search(r'CFG\.fromstring\("""\n(.+?)"""', LESSON, re.S)
    sentence = re.search(r'^sentence = "(.+)"\.split\(\)$', LESSON, re.M)
    assert rules
    assert sentence
    trees = list(ChartParser(CFG.fromstring(rules[1])).parse(sentence[1].split()))
    tops = [[child.label() for child in tree] for tree in trees]
    assert tops == [["S", "SOURCE"], ["NP", "VP"]]


@pytest.mark.parametrize(
    ("exercise", "attribution", "cards"),
    [
        ("3.3", "A15", ("Joe Biden", "Axios", "this article")),
        ("3.4", "A19", ("Marco Rubio", "this article")),
    ],
)
def test_a_chain_is_the_origin_and_the_conduits_of_the_expert(
    exercise: str, attribution: str, cards: tuple[str, ...]
) -> None:
    asked, expert = SHEET[exercise], ATTRIBUTIONS[attribution]
    assert isinstance(asked, Chain)
    texts = {card.id: card.text for card in asked.cards}
    assert tuple(texts[card] for card in asked.chain) == cards
    assert expert.origin
    hands = [expert.origin.name, *(conduit.name for conduit in expert.conduits)]
    assert len(hands) == len(cards) - 1
    assert all(card.endswith(hand) for card, hand in zip(cards, hands, strict=False))


@pytest.mark.parametrize(
    ("exercise", "chain", "credit"),
    [
        ("3.3", ("biden", "someone", "axios", "article"), 1.0),
        ("3.4", ("rubio", "cnn", "article"), 0.75),
    ],
)
def test_another_chain_that_can_be_defended(
    exercise: str, chain: tuple[str, ...], credit: float
) -> None:
    assert SHEET[exercise].score(ChainAnswer(chain=chain), HOME).credit == credit


@pytest.mark.parametrize(("exercise", "slip"), [("3.3", "cnn"), ("3.4", "axios")])
def test_a_hand_too_many_costs_both_chains_more_than_half_of_the_order(
    exercise: str, slip: str
) -> None:
    asked = SHEET[exercise]
    assert isinstance(asked, Chain)
    longer = (asked.chain[0], slip, *asked.chain[1:])
    credit = asked.score(ChainAnswer(chain=longer), HOME).credit
    assert credit is not None
    assert credit < 0.75


def test_how_many_sources_is_keyed_as_the_expert_grants() -> None:
    outlets = SHEET["3.2"]
    assert isinstance(outlets, ChooseOne)
    assert GRANTED["C07"] == {"it cannot be told": 1, "at least one": 1}
    assert {o.value: o.credit for o in outlets.options} == {
        "three": 0,
        "one": 0,
        "unknown": 1,
        "none": 0,
    }


def test_unnamed_and_withheld_are_keyed_alike_for_every_state_and_town() -> None:
    cards = SHEET["3.5"]
    assert isinstance(cards, SortCards)
    keyed = {card.id: (card.key, card.accept) for card in cards.cards}
    assert {keyed[one][0] for one in ("us-officials", "others", "iran", "town")} == {"unnamed"}
    there = {case.id: {r.answer: r.credit for r in case.readings} for case in FERRY.reading.cases}
    for one in ("us-officials", "others"):
        assert keyed[one][1]["withheld"].credit == GRANTED["C02"]["anonymous"]
    assert keyed["town"][1]["withheld"].credit == there["C02"]["anonymous"]
    assert (keyed["deckhand"][0], there["C03"]["anonymous"]) == ("withheld", 1)


def test_the_two_descriptions_that_are_tied_may_stand_either_way_round() -> None:
    ladder = SHEET["3.6"]
    assert isinstance(ladder, Order)
    order = [card.id for card in ladder.cards]
    at = order.index("us-officials")
    order[at], order[at + 1] = order[at + 1], order[at]
    assert ladder.score(OrderAnswer(order=tuple(order)), HOME).credit == 1
    assert ladder.score(OrderAnswer(order=tuple(reversed(order))), HOME).credit == 0


def test_the_rule_is_held_against_what_the_paragraphs_print() -> None:
    rule = SHEET["3.7"]
    assert isinstance(rule, Matrix)
    key = {row.id: row.key for row in rule.rows}
    by_page = {
        number: [conduit.type for conduit in ATTRIBUTIONS[one].conduits]
        for number, one in (("nine", "A14"), ("ten", "A15"))
    }
    assert by_page == {"nine": ["undisclosed"], "ten": ["outlet"]}
    assert key["outlet"] == {"nine": "not-met", "ten": "met"}
    assert all(ATTRIBUTIONS[one].evidentials for one in ("A14", "A15"))
    assert key["second-hand"] == {"nine": "met", "ten": "met"}


def test_the_samples_for_the_ferry_quote_the_page_and_keep_to_the_limit() -> None:
    note = SHEET["3.9"]
    assert isinstance(note, FreeText)
    for level in note.rubric:
        quoted = re.findall("“([^”]+)”", level.sample)
        assert bool(quoted) is (level.marks >= 2)
        assert all(words in FERRY.article.text for words in quoted)
        assert len(level.sample.split()) <= note.limit
