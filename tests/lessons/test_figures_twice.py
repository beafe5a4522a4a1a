"""Every figure on learning or testing that a lesson prints is computed once more, by other means.

The solved notebooks print what their cells compute with NLTK and the kit. Here the same is worked
out from the readings and by hand: cues by a walk over words, naive Bayes from its definition
(Manning, Raghavan and Schütze 2008, with a half added to each count), kappa from a table of counts.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from functools import cache
from math import log

import nbformat
import numpy as np
import pytest

from accordingto.content import Content
from accordingto.exercises import Material, Sheet
from accordingto.exercises.kinds.number import Number
from accordingto.exercises.labelled import labelled_sides
from accordingto.readings import compare, second_reading, seed

ROOT = Content.kit().root
PAGES = {
    "our page": "white-house-israel-iran",
    "its twin": "harbour-ferry",
    "the study": "nap-app-trial",
    "the hearing": "smokehouse-tribunal",
}


@cache
def printed(name: str) -> str:
    """All that the cells of a solved lesson print."""
    notebook = nbformat.read(ROOT / "notebooks" / "solutions" / f"{name}.ipynb", as_version=4)
    return "".join(
        output.get("text", "")
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if output.output_type == "stream"
    )


@cache
def lesson(name: str) -> str:
    return (ROOT / "lessons" / f"{name}.md").read_text(encoding="utf-8")


# Lesson 5: lists of cues


def list_named(name: str) -> list[str]:
    opening = {"fitted list": 'fitted = """', "general list": 'general = """'}
    if name == "mine":
        return ["said", "told"]
    return lesson("05-the-verb-is-a-frame").split(opening[name])[1].split('"""')[0].split()


def by_walking(words: list[str], material: Material) -> tuple[int, int, int]:
    """Cues found, places found that are none, and cues: word by word, and not by a pattern."""
    text = material.article.text.lower()
    cues = [one.cue[0] for one in material.reading.attributions if one.cue]
    met: set[int] = set()
    idle = at = 0
    for run in re.split(r"(\W+)", text):
        if run in words:
            here = {
                index
                for index, cue in enumerate(cues)
                if not (at + len(run) <= cue.start or cue.end <= at)
            }
            met |= here
            idle += not here
        at += len(run)
    return len(met), idle, len(cues)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["fitted list", "general list", "mine"])
def test_precision_recall_and_f_of_each_list_on_each_page(name: str, page: str) -> None:
    right, idle, cues = by_walking(list_named(name), Material.of(PAGES[page]))
    share, reach = right / (right + idle), right / cues
    both = 2 * share * reach / (share + reach)
    line = f"{page:12}{name:14}precision {share:.2f}, recall {reach:.2f}, F {both:.2f}"
    assert line in printed("05-the-verb-is-a-frame")


# Lesson 6: a classifier

Words = frozenset[str]
Example = tuple[Words, str]
SIDES = {"support": "for", "praise": "for"} | dict.fromkeys(
    ("oppose", "criticise", "accuse", "condemn", "refuse", "warn"), "against"
)
TOKEN = re.compile(r"\w+|[^\w\s]+")


def words(text: str) -> Words:
    return frozenset(TOKEN.findall(text.lower()))


def examples(page: str) -> list[Example]:
    material = Material.of(page)
    return [
        (words(" ".join(material.article[piece] for piece in one.evidence)), SIDES[one.stance])
        for one in material.reading.reactions
        if one.stance in SIDES
    ]


def weights(training: list[Example], given: Words) -> dict[str, float]:
    """The logarithm of each side’s weight, from the definition of naive Bayes.

    A half is added to each count. Words that training has not seen are left out; of the others
    only those that are there count, as in the cells, whose features are of presence alone.
    """
    sides = Counter(side for _, side in training)
    seen = Counter(word for example, _ in training for word in example)
    total = {}
    for side, many in sides.items():
        weight = log((many + 0.5) / (len(training) + 0.5 * len(sides)))
        for word in given & seen.keys():
            values = 1 if seen[word] == len(training) else 2  # there, and not there
            with_it = sum(word in example for example, other in training if other == side)
            weight += log((with_it + 0.5) / (many + 0.5 * values))
        total[side] = weight
    return total


def right(training: list[Example], tested: list[Example]) -> int:
    answers = (weights(training, given) for given, _ in tested)
    return sum(
        max(answer, key=lambda side: answer[side]) == side
        for answer, (_, side) in zip(answers, tested, strict=True)
    )


def interval(hits: int, of: int) -> str:
    """Wilson’s interval as the two roots of its quadratic equation."""
    squared = 1.96**2
    low, high = sorted(
        np.roots([1 + squared / of, -(2 * hits + squared) / of, (hits / of) ** 2]).real
    )
    return f"interval {low:.2f} to {high:.2f}"


def test_the_classifier_alone_on_the_twin_and_on_pages_that_are_no_twins() -> None:
    told = printed("06-who-reacts-to-what")
    ours, twin = examples(PAGES["our page"]), examples(PAGES["its twin"])
    alone = sum(right(ours[:at] + ours[at + 1 :], [one]) for at, one in enumerate(ours))
    assert f"{alone} of 12 right, {interval(alone, 12)}" in told
    assert f"gets 8, {interval(8, 12)}" in told
    learnt = right(twin, ours)
    assert f"\n{learnt} of 12 right, {interval(learnt, 12)}" in told
    for page in ("nap-app-trial", "smokehouse-tribunal"):
        tested = examples(page)
        hits, clock = right(twin, tested), sum(side == "against" for _, side in tested)
        line = f"{page:20} {hits:2} of {len(tested):2} right, {interval(hits, len(tested))}"
        assert f"{line}; the stopped clock {clock}" in told
    prior = np.exp(list(weights(twin, frozenset()).values()))
    sides = list(weights(twin, frozenset()))
    assert f"{prior[sides.index('for')] / prior.sum():.2f} for" in told


def test_without_the_loud_words_without_the_small_ones_and_the_control() -> None:
    told = printed("06-who-reacts-to-what")
    ours, twin = examples(PAGES["our page"]), examples(PAGES["its twin"])
    shared = frozenset().union(*(given for given, _ in ours)) & frozenset().union(
        *(given for given, _ in twin)
    )
    loud = {"accused", "called", "reason", "so", "these", "warned"}
    small = {word for word in shared if word.isalpha() and len(word) <= 4} - loud

    def without(drop: set[str]) -> int:
        bare = [[(given - drop, side) for given, side in page] for page in (twin, ours)]
        return right(*bare)

    assert re.search(rf"without the loud words: +{without(loud)} of 12 right", told)
    assert re.search(rf"without the small words: +{without(small)} of 12 right", told)
    dice = np.random.default_rng(1)  # other dice than the lesson’s
    drawn = Counter(
        without(set(dice.choice(sorted(shared), len(small), replace=False))) for _ in range(200)
    )
    assert drawn[9] + drawn[10] > 130
    assert drawn[8] > 0


def test_more_sentences_trained_on_and_the_hearing() -> None:
    told = printed("06-who-reacts-to-what")
    written: list[Example] = [
        (words(one.text), one.side) for one in labelled_sides() if not one.page
    ]
    hits = total = clocks = 0
    for page in PAGES.values():
        tested = examples(page)
        mine = right(written, tested)
        assert f"{page:24}{mine:3} of {len(tested)}" in told
        hits, total = hits + mine, total + len(tested)
        clocks += sum(side == "against" for _, side in tested)
    assert f"in all {hits} of {total}, {interval(hits, total)}; the stopped clock {clocks}" in told
    hearing = examples("smokehouse-tribunal")
    counts = [right(hearing, examples(PAGES[page])) for page in ("our page", "the study")]
    assert counts == [8, 2]  # what 6.14 states, and what always saying “against” gets
    for page, count in zip(("our page", "the study"), counts, strict=True):
        assert sum(side == "against" for _, side in examples(PAGES[page])) == count
    assert Counter(side for _, side in hearing) == {"against": 10, "for": 2}


# Lesson 7: two readers


def table(page: str) -> Counter[tuple[str, str]]:
    article, first = seed(page)
    comparison = compare(article, second_reading(page), first, layer="attributions")
    return Counter((match.wanted.label, match.found.label) for match in comparison.matched)


def kappa(counts: Counter[tuple[str, str]]) -> float:
    """Cohen’s kappa from the table, in fractions."""
    of = counts.total()
    labels = {label for pair in counts for label in pair}
    same = Fraction(sum(counts[one, one] for one in labels), of)
    chance = sum(
        Fraction(sum(counts[one, other] for other in labels), of)
        * Fraction(sum(counts[other, one] for other in labels), of)
        for one in labels
    )
    return float((same - chance) / (1 - chance))


@pytest.mark.parametrize("page", ["nap-app-trial", "smokehouse-tribunal"])
def test_kappa_of_the_two_readers_and_its_interval(page: str) -> None:
    counts, told = table(page), printed("07-do-we-agree")
    same = sum(count for (one, other), count in counts.items() if one == other)
    assert re.search(rf"{page}: both found {counts.total()}, .*same label on {same}\n", told)
    assert f"{page}: kappa {kappa(counts):.2f}; alpha" in told
    pairs = sorted(counts.elements())
    dice = np.random.default_rng(3)  # other dice than the lesson’s
    drawn = [
        kappa(Counter(pairs[at] for at in dice.integers(0, len(pairs), len(pairs))))
        for _ in range(400)
    ]
    low, high = np.quantile(drawn, [0.025, 0.975])
    shown = re.search(rf"{page} (\d\.\d+), interval (\d\.\d+) to (\d\.\d+)", figures())
    assert shown
    told_there = [float(one) for one in shown.groups()]
    assert told_there == pytest.approx([kappa(counts), low, high], abs=0.07)


def test_kappa_of_one_label_as_7_14_asks_for_it() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for labels, many in table("smokehouse-tribunal").items():
        one, other = ("yes" if label == "mixed" else "no" for label in labels)
        counts[one, other] += many
    assert counts == {("yes", "yes"): 5, ("no", "no"): 24, ("yes", "no"): 2}
    question = Sheet.of("07-do-we-agree")["7.14"]
    assert isinstance(question, Number)
    same, chance = 29 / 31, (7 * 5 + 24 * 26) / 31**2
    assert kappa(counts) == pytest.approx((same - chance) / (1 - chance))
    assert question.value == pytest.approx(kappa(counts), abs=0.006)
    diagnosed = [same, chance, same - chance, (same - 0.5) / 0.5]
    assert [wrong.value for wrong in question.wrong] == pytest.approx(diagnosed, abs=0.005)


def figures() -> str:
    """The alt texts of lesson 7’s figures."""
    path = ROOT / "notebooks" / "solutions" / "07-do-we-agree.ipynb"
    notebook = nbformat.read(path, as_version=4)
    return "".join(
        output.data.get("text/plain", "")
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "data" in output
    )
