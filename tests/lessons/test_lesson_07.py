"""Lesson 7: every figure that its words state is what the formula and the page give."""

from __future__ import annotations

from collections import Counter

import pytest
from nltk.metrics.agreement import AnnotationTask

from accordingto.exercises import Sheet
from accordingto.exercises.kinds.matrix import Matrix
from accordingto.exercises.kinds.number import Number
from accordingto.exercises.simulated import simulated_class
from accordingto.instrument import read
from accordingto.readings import compare

SHEET = Sheet.of("07-do-we-agree")
CASES = SHEET["7.2"]
assert isinstance(CASES, Matrix)
READERS = simulated_class(CASES, SHEET.home)
VOTES = {row.id: Counter(one.rows[row.id]["form"] for one in READERS) for row in CASES.rows}


def number(exercise: str) -> float:
    question = SHEET[exercise]
    assert isinstance(question, Number)
    return question.value


def test_on_seven_of_twelve_two_thirds_agree() -> None:
    most = [votes.most_common(1)[0][1] for votes in VOTES.values()]
    assert len(most) == 12
    assert sum(count >= 16 for count in most) == number("7.1") == 7


def test_thirteen_say_one_thing_and_eight_another() -> None:
    assert (VOTES["A17"]["summary"], VOTES["A17"]["indirect"]) == (13, 8)


def test_kappa_by_hand_is_kappa_by_nltk() -> None:
    labels = [("y", "y")] * 6 + [("n", "n")] * 3 + [("y", "n")] + [("n", "y")] * 2
    task = AnnotationTask(
        [
            (who, case, one)
            for case, pair in enumerate(labels)
            for who, one in zip("ab", pair, strict=True)
        ]
    )
    assert task.avg_Ao() == pytest.approx(0.75)
    assert round(task.kappa(), 2) == number("7.4") == 0.47
    assert task.Ae_kappa("a", "b") == pytest.approx(0.53, abs=0.005)


def test_the_formulas_readers_agree_on_fewer_than_half_and_on_less_than_a_third_beyond_chance() -> (
    None
):
    task = AnnotationTask(
        [
            (who, case, cells["form"])
            for who, one in enumerate(READERS)
            for case, cells in one.rows.items()
        ]
    )
    assert task.avg_Ao() < 0.5
    assert task.alpha() < 1 / 3


def test_the_cards_of_7_6_are_in_the_order_of_their_kappa() -> None:
    given = [(0.45, 0.50), (0.90, 0.90), (0.60, 0.50), (0.60, 0.20), (0.95, 0.75)]
    beyond = [(agreed - chance) / (1 - chance) for agreed, chance in given]
    assert [round(one, 1) for one in beyond] == [-0.1, 0.0, 0.2, 0.5, 0.8]


def test_the_machine_calls_the_letter_an_orphan_as_the_sample_says() -> None:
    ferry = SHEET.home.other("harbour-ferry")
    comparison = compare(ferry.article, read(ferry.article), ferry.reading, layer="attributions")
    parted = {
        match.wanted.id: (match.wanted.label, match.found.label)
        for match in comparison.matched
        if not match.same_label
    }
    assert parted["A09"] == ("mixed", "orphan")


def test_the_machine_finds_one_partys_accusation_and_misses_the_other_as_the_guide_says() -> None:
    ferry = SHEET.home.other("harbour-ferry")
    comparison = compare(ferry.article, read(ferry.article), ferry.reading, layer="attributions")
    assert "A19" in {match.wanted.id for match in comparison.matched}
    assert "A23" in {mark.id for mark in comparison.missed}


def test_one_form_has_one_label_whoever_accuses() -> None:
    seed, ferry = SHEET.home.records, SHEET.home.other("harbour-ferry").records
    assert seed["A17"].form == ferry["A19"].form == ferry["A23"].form == "summary"
