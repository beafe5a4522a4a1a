"""Agreement of many readers: published worked examples, NLTK, and what has no value."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask

from accordingto.readings.raters import (
    Measure,
    Ratings,
    cohens_kappa,
    fleiss_kappa,
    krippendorffs_alpha,
    percent_agreement,
)


def rated(*rows: str) -> dict[str, dict[str, str]]:
    """A row of labels for each reader; a dot is an item left out."""
    return {
        f"reader {number}": {f"item {n}": label for n, label in enumerate(row) if label != "."}
        for number, row in enumerate(rows)
    }


def spread(*counts: dict[str, int]) -> dict[str, dict[str, str]]:
    """Readers whose labels have these counts, item by item: who gave which is nothing to Fleiss."""
    columns = ["".join(label * n for label, n in one.items()) for one in counts]
    return rated(*map("".join, zip(*columns, strict=True)))


def test_krippendorffs_example_with_missing_ratings() -> None:
    """Krippendorff 2011, *Computing Krippendorff's Alpha-Reliability*, section C: .743."""
    found = krippendorffs_alpha(
        rated("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    )
    assert found.value == pytest.approx(0.743, abs=0.0005)


def test_krippendorffs_example_of_two_observers() -> None:
    """The same, section A, binary data of two observers: .095."""
    assert krippendorffs_alpha(rated("0100000010", "1110010000")).value == pytest.approx(
        0.095, abs=0.0005
    )


def test_cohens_own_example() -> None:
    """Cohen 1960, table 1: 200 judgments, observed .70, by chance .41, kappa .492."""
    table = {"aa": 88, "ab": 14, "ac": 18, "ba": 10, "bb": 40, "bc": 10, "ca": 2, "cb": 6, "cc": 12}
    pairs = "".join(pair * n for pair, n in table.items())
    found = cohens_kappa(rated(pairs[::2], pairs[1::2]))
    assert found.value == pytest.approx(0.492, abs=0.0005)


def test_the_published_example_of_fleiss_kappa() -> None:
    """Ten items, fourteen readers: .210 (the worked example of Wikipedia's page on the measure)."""
    table = (
        "0000E",
        "02642",
        "00356",
        "03920",
        "22811",
        "77000",
        "32630",
        "25322",
        "65210",
        "02237",
    )
    counts = [{label: int(n, 16) for label, n in zip("abcde", row, strict=True)} for row in table]
    assert fleiss_kappa(spread(*counts)).value == pytest.approx(0.210, abs=0.0005)


def test_fleiss_kappa_by_hand() -> None:
    # two items, three readers: a a a, and a b b: alike 1 and 1/3; labels 4 a, 2 b of 6
    found = fleiss_kappa(spread({"a": 3}, {"a": 1, "b": 2}))
    assert found.value == pytest.approx((2 / 3 - 5 / 9) / (4 / 9))


def test_of_sets_a_part_is_nearer_than_nothing_in_common() -> None:
    """MASI of one of two is 1 - 1/2 * 2/3: Jaccard's index, and a subset's (Passonneau 2006)."""
    one, both, other = frozenset("x"), frozenset("xy"), frozenset("z")
    ratings = {"ann": {"1": one, "2": one}, "bob": {"1": both, "2": other}}
    near = 1 - 1 / 2 * 2 / 3
    # observed: the mean of two items; expected: 3 pairs each apart of 6 ordered ones, twice
    labels = [one, one, both, other]
    apart = {(one, both): near, (one, other): 1.0, (both, other): 1.0}
    pairs = [
        apart.get((a, b), apart.get((b, a), 0.0))
        for n, a in enumerate(labels)
        for m, b in enumerate(labels)
        if n != m
    ]
    expected = 1 - ((near + 1) / 2) / (sum(pairs) / len(pairs))
    assert krippendorffs_alpha(ratings, sets=True).value == pytest.approx(expected)


def test_two_empty_sets_are_alike() -> None:
    ratings = {
        "ann": {"1": frozenset(), "2": frozenset("x")},
        "bob": {"1": frozenset(), "2": frozenset("x")},
    }
    assert krippendorffs_alpha(ratings, sets=True).value == 1.0


ROWS = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.text("abc", min_size=width, max_size=width), min_size=2, max_size=5)
)


@settings(max_examples=20, deadline=None)
@given(ROWS)
def test_on_whole_ratings_each_is_nltks_figure(rows: list[str]) -> None:
    ratings = rated(*rows)
    task = AnnotationTask([(r, i, label) for r, row in ratings.items() for i, label in row.items()])
    assert percent_agreement(ratings).value == pytest.approx(task.avg_Ao())
    if len({*"".join(rows)}) > 1:
        assert krippendorffs_alpha(ratings).value == pytest.approx(task.alpha())
        assert fleiss_kappa(ratings).value == pytest.approx(task.pi())


@settings(max_examples=20, deadline=None)
@given(ROWS, st.data())
def test_an_interval_is_about_its_figure_and_the_order_of_readers_is_nothing(
    rows: list[str], data: st.DataObject
) -> None:
    some = [
        "".join(data.draw(st.sampled_from([label, label, "."])) for label in row) for row in rows
    ]
    for measure in (percent_agreement, krippendorffs_alpha, fleiss_kappa):
        found, again = measure(rated(*some)), measure(dict(reversed(rated(*some).items())))
        assert (found.value is None) == (again.value is None)
        if found.value is not None:
            assert found.value == pytest.approx(again.value)
            assert found.value <= 1 + 1e-9
        if found.low is not None and found.high is not None:
            assert found.low <= found.high <= 1 + 1e-9


@pytest.mark.parametrize("measure", [percent_agreement, krippendorffs_alpha, fleiss_kappa])
@pytest.mark.parametrize(
    "ratings", [rated(), rated("ab"), rated("a.", ".b"), rated("", "")], ids=repr
)
def test_where_nobody_can_agree_there_is_no_value(measure: object, ratings: Ratings) -> None:
    found: Measure = measure(ratings)  # type: ignore[operator]
    assert (found.value, found.low, found.high) == (None, None, None)
    assert found.sentence.startswith("There is no value: ")


@pytest.mark.parametrize("measure", [krippendorffs_alpha, fleiss_kappa, cohens_kappa])
def test_of_one_label_throughout_only_percent_has_a_value(measure: object) -> None:
    ratings = rated("aaaaaa", "aaaaaa")
    assert percent_agreement(ratings).value == 1.0
    found: Measure = measure(ratings)  # type: ignore[operator]
    assert found.value is None
    assert "nobody could have disagreed" in found.sentence


def test_cohens_kappa_is_of_two() -> None:
    with pytest.raises(ValueError, match="expected two readers, got 3"):
        cohens_kappa(rated("ab", "ab", "ab"))


@pytest.mark.parametrize("readers", [12, 30])
def test_what_it_means_is_said_in_a_sentence(readers: int) -> None:
    rows = ["aabbaabb" if number % 3 else "aabbabab" for number in range(readers)]
    way, low, same, least = {
        12: ("76%", "0.36", "88%", "70%"),
        30: ("77%", "0.39", "89%", "71%"),
    }[readers]
    assert krippendorffs_alpha(rated(*rows)).sentence == (
        f"{readers} readers come {way} of the way from chance to agreeing in all; with other "
        f"items of the kind it may be anything from {low} to 1.00."
    )
    assert percent_agreement(rated(*rows)).sentence == (
        f"Of {readers} readers, two that are drawn by lot say the same of {same} of the items; with"
        f" other items of the kind it may be anything from {least} to 100%. Some of that is chance."
    )


def test_of_few_items_no_interval_is_drawn() -> None:
    found = krippendorffs_alpha(rated("aabb", "aaba"))
    assert (found.low, found.high) == (None, None)
    assert "too few to say how sure that is" in found.sentence
