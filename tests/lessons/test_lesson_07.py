"""Lesson 7: every figure that its words state is what the formula and the page give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nltk.metrics.agreement import AnnotationTask

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.kinds.number import Diagnosis, Number
from accordingto.instrument import read
from accordingto.readings import agreement, compare, second_reading, seed
from accordingto.readings.agreement import word_labels

SHEET = Sheet.of("07-do-we-agree")
NAME = "07-do-we-agree"
LESSON = (Content.kit().root / "lessons" / f"{NAME}.md").read_text("utf-8")
GUIDE = (Content.kit().root / "lessons" / "guides" / f"{NAME}.md").read_text("utf-8")
README = Path(__file__).parents[2] / "README.md"


def cell_function(name: str) -> Callable[[list[tuple[str, str]]], float]:
    """A function as a cell of the lesson defines it."""
    source = re.search(rf"^def {name}\(.*?(?=\n\S|\n\n\S)", LESSON, re.M | re.S)
    assert source
    space: dict[str, Any] = {"Counter": Counter}
    exec(source[0], space)
    made: Callable[[list[tuple[str, str]]], float] = space[name]
    return made


def number(exercise: str) -> float:
    question = SHEET[exercise]
    assert isinstance(question, Number)
    return question.value


def wrongs(exercise: str) -> tuple[Diagnosis, ...]:
    question = SHEET[exercise]
    assert isinstance(question, Number)
    return question.wrong


def test_nobody_in_the_lesson_is_simulated() -> None:
    assert "simulated" not in LESSON
    assert "ask.others" not in LESSON


def test_on_29_of_31_the_two_readers_give_the_same_label() -> None:
    article, first = seed("smokehouse-tribunal")
    found = {
        one.id: {piece for place in one.content or one.cue for piece in article.words_in(place)}
        for one in first.attributions
        if not one.embedded_in
    }
    other = [
        one for one in second_reading("smokehouse-tribunal").attributions if not one.embedded_in
    ]
    same = []
    for one in first.attributions:
        if one.id in found:
            covered = {
                two.id: {w for place in two.content or two.cue for w in article.words_in(place)}
                for two in other
            }
            best = max(other, key=lambda two: len(covered[two.id] & found[one.id]))
            same.append(best.form == one.form)
    assert (sum(same), len(same)) == (29, 31)
    assert number("7.1") == 29
    assert [wrong.value for wrong in wrongs("7.1")] == [31, 2]


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


NEW_PAGES = ["nap-app-trial", "smokehouse-tribunal"]


@pytest.mark.parametrize(
    ("page", "both", "alone", "alpha"),
    [("nap-app-trial", 27, 1, 0.94), ("smokehouse-tribunal", 31, 0, 0.91)],
)
def test_two_people_apart_agree_as_the_guide_says(
    page: str, both: int, alone: int, alpha: float
) -> None:
    """Counted by compare, and the alpha once more by Krippendorff's own formula (1980)."""
    article, first = seed(page)
    second = second_reading(page)
    comparison = compare(article, second, first, layer="attributions")
    assert comparison.whole.right == both
    assert len(comparison.missed) == len(comparison.extra) == alone
    labels = [word_labels(article, one, "attributions") for one in (first, second)]
    differ = sum(one != other for one, other in zip(*labels, strict=True))
    counted = Counter(labels[0]) + Counter(labels[1])
    total = counted.total()
    by_chance = sum(n * (total - n) for n in counted.values()) / (total * (total - 1))
    assert round(1 - differ / len(labels[0]) / by_chance, 2) == alpha
    measured = agreement(article, [first, second], layer="attributions")
    assert round(measured.alpha, 2) == alpha
    assert f"{alpha:.2f}".lstrip("0") in GUIDE


@pytest.mark.parametrize("page", NEW_PAGES)
def test_the_kappa_of_the_cell_is_nltks(page: str) -> None:
    article, first = seed(page)
    matched = compare(article, second_reading(page), first, layer="attributions").matched
    pairs = [(match.wanted.label, match.found.label) for match in matched]
    task = AnnotationTask(
        [
            (who, case, label)
            for case, pair in enumerate(pairs)
            for who, label in zip("ab", pair, strict=True)
        ]
    )
    assert cell_function("kappa")(pairs) == pytest.approx(task.kappa())
    assert cell_function("kappa")([("direct", "direct")] * 3) == 1.0


def test_one_label_for_all_has_a_kappa_of_nought() -> None:
    there = {one.id: one for one in seed("smokehouse-tribunal")[1].attributions}
    eight = ["A03", "A04", "A06", "A11", "A17", "A18", "A21", "A27"]
    labels = [there[name].form for name in eight]
    assert all(name in LESSON for name in eight)
    assert labels.count("indirect") == 1
    assert cell_function("kappa")([("indirect", label) for label in labels]) == pytest.approx(0)


def test_the_traps_are_as_the_lesson_tells_them() -> None:
    both = [("a", 1, "direct"), ("b", 1, "direct"), ("a", 2, "mixed"), ("b", 2, "mixed")]
    with pytest.raises(RuntimeError, match="StopIteration"):
        AnnotationTask(both[:3]).kappa()
    assert AnnotationTask(both[:3]).alpha() == 1.0
    twice = AnnotationTask([*both, ("a", 2, "direct")])
    assert (twice.kappa(), round(twice.alpha(), 2)) == (1.0, 0.33)
    one_label = AnnotationTask([(who, case, "direct") for who, case, _ in both])
    assert one_label.kappa() == 1.0
    with pytest.raises(ZeroDivisionError):
        one_label.weighted_kappa()


def test_lesson_8_says_what_was_measured_on_pages_that_are_no_twins() -> None:
    told = (Content.kit().root / "lessons" / "08-source-audit.md").read_text("utf-8")
    outer = [sum(not one.embedded_in for one in seed(page)[1].attributions) for page in NEW_PAGES]
    assert outer == [28, 31]
    assert f"45 of {sum(outer)} statements" in told
    assert round(1 - 45 / 59, 2) == 0.24
    assert "`fca606c`" in told
    readme = README.read_text("utf-8")
    assert f".{round(100 * 20 / 28)}, by the rules of commit `fca606c`" in readme
    assert f".{round(100 * 25 / 31)}, by the same rules" in readme
