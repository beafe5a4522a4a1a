import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.readings import Agreement, Quotation, Reading, agreement, label_agreement
from accordingto.readings.agreement import word_labels
from accordingto.text import Article, Span

ARTICLE = Article("invented", "a b c d")


def reading(*spans: tuple[int, int, str]) -> Reading:
    quotations = tuple(
        Quotation(id=f"Q{n}", span=Span(start, end), form=form)  # type: ignore[arg-type]
        for n, (start, end, form) in enumerate(spans)
    )
    return Reading(article="invented", reader="somebody", quotations=quotations)


def labelled(*rows: str) -> dict[str, dict[int, str]]:
    return {f"reader {n}": dict(enumerate(row)) for n, row in enumerate(rows)}


def test_kappa_and_alpha_by_hand() -> None:
    # 10 items; both say y to 4 and n to 3; the first alone y to 2, the second alone y to 1.
    # observed .7; kappa: chance .6*.5 + .4*.5 = .5, so .2/.5 = .4
    # alpha: of 20 labels 11 y, 9 n; disagreement 6/20 over 2*11*9/(20*19), so 1 - .3/(198/380)
    result = label_agreement(labelled("yyyyyynnnn", "yyyynnynnn"))
    assert result.observed == pytest.approx(0.7)
    assert result.kappa == pytest.approx(0.4)
    assert result.alpha == pytest.approx(1 - 0.3 / (198 / 380))


def test_krippendorffs_own_example_of_two_observers_of_nominal_data() -> None:
    # Of 24 labels a 4, b 6, c 6, d 6, e 2: 448 of 24*23 ordered pairs differ; 3 of 12 items do.
    result = label_agreement(labelled("aabbdcccedda", "babbbccceddd"))
    assert result.alpha == pytest.approx(1 - (6 / 24) / (448 / 552))


def test_of_no_items_agreement_has_no_value() -> None:
    with pytest.raises(ValueError, match="expected at least one item; of none, it has no value"):
        label_agreement({"one": {}, "other": {}})
    with pytest.raises(ValueError, match="expected at least one item"):
        agreement(Article("blank", " "), [Reading(article="blank", reader=name) for name in "ab"])


def test_kappa_is_the_mean_over_pairs() -> None:
    # 0 and 1 agree wholly; each against 2: observed .5, chance .5, kappa 0
    result = label_agreement(labelled("yynn", "yynn", "ynyn"))
    assert result.kappa == pytest.approx(1 / 3)
    assert result.observed == pytest.approx((1 + 0.5 + 0.5) / 3)


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=8), st.integers(2, 4))
def test_readers_who_label_alike_agree_wholly(labels: list[str], readers: int) -> None:
    row = "".join(labels)
    result = label_agreement(labelled(*[row] * readers))
    assert (result.alpha, result.kappa, result.observed) == pytest.approx((1.0, 1.0, 1.0))


@given(st.lists(st.text("ab", min_size=4, max_size=4), min_size=2, max_size=4))
def test_agreement_never_exceeds_one_and_the_order_of_readers_is_nothing(rows: list[str]) -> None:
    result = label_agreement(labelled(*rows))
    again = label_agreement(labelled(*reversed(rows)))
    assert 0 <= result.observed <= 1
    for value in (result.alpha, result.kappa):
        assert -1 <= value <= 1
    assert (again.alpha, again.kappa, again.observed) == pytest.approx(
        (result.alpha, result.kappa, result.observed)
    )


def test_readers_of_one_same_label_could_not_disagree() -> None:
    assert label_agreement(labelled("aaa", "aaa")) == Agreement(1.0, 1.0, 1.0)
    # 0 and 1 leave each other no room to disagree (1), 2 agrees by chance with both (0)
    assert label_agreement(labelled("aa", "aa", "ab")).kappa == pytest.approx(1 / 3)


def test_fewer_than_two_readers_or_different_items_are_refused() -> None:
    with pytest.raises(ValueError, match="expected at least two readers, got 1"):
        label_agreement(labelled("ab"))
    with pytest.raises(ValueError, match="expected at least two readers, got 0"):
        agreement(ARTICLE, [])
    with pytest.raises(ValueError, match="expected every reader to label the same items"):
        label_agreement(labelled("ab", "abc"))


def test_a_word_takes_the_label_of_the_innermost_mark_whatever_their_order() -> None:
    outer, inner = (0, 7, "direct"), (2, 5, "nested")
    expected = ["direct", "nested", "nested", "direct"]
    assert word_labels(ARTICLE, reading(outer, inner), "quotations") == expected
    assert word_labels(ARTICLE, reading(inner, outer), "quotations") == expected
    assert word_labels(ARTICLE, reading((2, 3, "scare")), "quotations") == ["", "scare", "", ""]


def test_readings_agree_word_by_word_and_by_label() -> None:
    one, other = reading((0, 3, "direct")), reading((0, 3, "scare"))
    assert agreement(ARTICLE, [one, one]) == Agreement(1.0, 1.0, 1.0)
    assert agreement(ARTICLE, [one, other]).observed == pytest.approx(0.5)
    assert agreement(ARTICLE, [one, other], layer="claims") == Agreement(1.0, 1.0, 1.0)
    assert agreement(ARTICLE, [one, reading((0, 5, "direct"))]).observed == pytest.approx(0.75)
