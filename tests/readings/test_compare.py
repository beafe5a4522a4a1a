from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.readings import (
    Attribution,
    Comparison,
    Mark,
    Quotation,
    Reading,
    Score,
    compare,
    compare_marks,
)
from accordingto.text import Article, Span

# Ten words of one letter, so that word n is the code point 2n.
ARTICLE = Article("invented", "a b c d e f g h i j.")


def mark(words: range, label: str = "", name: str = "m") -> Mark:
    return Mark(name, (Span(2 * words.start, 2 * words.stop - 1),), label)


RANGES = st.tuples(st.integers(0, 9), st.integers(1, 6)).map(
    lambda pair: range(pair[0], min(10, sum(pair)))
)
MARKS = st.lists(st.builds(mark, RANGES, st.sampled_from(["", "x", "y"])), max_size=6)


def counts(comparison: Comparison) -> tuple[int, int, int]:
    return len(comparison.matched), len(comparison.missed), len(comparison.extra)


@given(MARKS, MARKS)
def test_everything_is_matched_missed_or_extra_and_only_once(
    found: list[Mark], wanted: list[Mark]
) -> None:
    result = compare_marks(ARTICLE, found, wanted)
    matched, missed, extra = counts(result)
    assert matched + extra == result.whole.found == len(found)
    assert matched + missed == result.whole.wanted == len(wanted)
    assert result.whole.right == matched
    assert len({id(match.found) for match in result.matched}) == matched
    assert len({id(match.wanted) for match in result.matched}) == matched


@given(MARKS, MARKS)
def test_every_score_lies_between_nought_and_one(found: list[Mark], wanted: list[Mark]) -> None:
    result = compare_marks(ARTICLE, found, wanted)
    for score in (result.whole, result.words):
        assert 0 <= score.precision <= 1
        assert 0 <= score.recall <= 1
        assert min(score.precision, score.recall) <= score.f
        assert score.f <= max(score.precision, score.recall)
    assert all(0.5 <= match.overlap <= 1 for match in result.matched)


@given(MARKS, MARKS)
def test_what_is_precision_one_way_round_is_recall_the_other(
    found: list[Mark], wanted: list[Mark]
) -> None:
    there, back = compare_marks(ARTICLE, found, wanted), compare_marks(ARTICLE, wanted, found)
    assert counts(there) == counts(back)[:1] + counts(back)[:0:-1]
    for one, other in ((there.whole, back.whole), (there.words, back.words)):
        assert (one.precision, one.recall) == (other.recall, other.precision)
        assert one.f == pytest.approx(other.f)


@given(MARKS)
def test_a_reading_compared_with_itself_is_right_throughout(given_marks: list[Mark]) -> None:
    result = compare_marks(ARTICLE, given_marks, given_marks)
    assert counts(result) == (len(given_marks), 0, 0)
    assert (result.whole.f, result.words.f) == (1.0, 1.0)
    assert result.slips == ()
    assert all(match.exact and match.same_label for match in result.matched)


@given(MARKS, MARKS, st.randoms())
def test_the_order_of_marks_makes_no_difference(
    found: list[Mark], wanted: list[Mark], random: Random
) -> None:
    before = compare_marks(ARTICLE, found, wanted)
    random.shuffle(found)
    random.shuffle(wanted)
    after = compare_marks(ARTICLE, found, wanted)

    def pairs(one: Comparison) -> list[tuple[object, ...]]:
        both = [(match.found, match.wanted) for match in one.matched]
        return sorted((a.pieces, a.label, b.pieces, b.label) for a, b in both)

    assert pairs(before) == pairs(after)


def test_marks_that_overlap_are_paired_alike_in_every_order() -> None:
    found = [mark(range(1, 3)), mark(range(2, 4))]
    wanted = [mark(range(1, 4)), mark(range(0, 3))]
    results = {
        counts(compare_marks(ARTICLE, some, others))
        for some in permutations(found)
        for others in permutations(wanted)
    }
    assert len(results) == 1


def test_of_two_marks_of_the_same_words_the_one_of_the_same_label_is_matched() -> None:
    x, y = mark(range(3), "x", "1"), mark(range(3), "y", "2")
    for found in permutations([x, y]):
        result = compare_marks(ARTICLE, found, [mark(range(3), "y", "W")])
        assert [match.found.id for match in result.matched] == ["2"]
        assert [one.id for one in result.extra] == ["1"]


@pytest.mark.parametrize(
    ("found", "at_least", "matched"),
    [
        (range(0, 4), 0.5, 1.0),
        (range(0, 3), 0.5, 0.75),
        (range(0, 2), 0.5, 0.5),
        (range(0, 2), 0.51, None),
        (range(0, 1), 0.5, None),
        (range(2, 6), 0.5, None),  # 2 of 6 words
        (range(2, 6), 1 / 3, 1 / 3),
        (range(5, 8), 0.0, None),  # no word in common
    ],
)
def test_the_overlap_is_the_share_of_all_words_that_are_common(
    found: range, at_least: float, matched: float | None
) -> None:
    result = compare_marks(ARTICLE, [mark(found)], [mark(range(0, 4))], at_least=at_least)
    assert [match.overlap for match in result.matched] == ([] if matched is None else [matched])


def test_the_closest_pair_goes_first() -> None:
    loose, close = mark(range(0, 3), name="loose"), mark(range(0, 4), name="close")
    result = compare_marks(ARTICLE, [loose, close], [mark(range(0, 4))])
    assert [match.found.id for match in result.matched] == ["close"]
    assert result.slips == ()


def test_punctuation_at_the_edge_is_no_slip_but_a_word_is() -> None:
    whole, bare = Mark("1", (Span(16, 20),)), Mark("2", (Span(16, 19),))
    (match,) = compare_marks(ARTICLE, [whole], [bare]).matched
    assert (match.exact, match.overlap) == (True, 1.0)
    (slip,) = compare_marks(ARTICLE, [mark(range(7, 10))], [bare]).slips
    assert slip.overlap == pytest.approx(2 / 3)


def test_a_mark_without_a_word_is_never_matched() -> None:
    stop = Mark("stop", (Span(19, 20),))
    assert counts(compare_marks(ARTICLE, [stop], [stop])) == (0, 1, 1)


def test_pieces_count_as_one_mark() -> None:
    pieces = Mark("1", (Span(0, 1), Span(6, 7)))
    result = compare_marks(ARTICLE, [pieces], [mark(range(0, 4))])
    assert counts(result) == (1, 0, 0)
    assert result.words == Score(2, 2, 4)


@pytest.mark.parametrize(
    ("right", "found", "wanted", "precision", "recall", "f"),
    [
        (2, 4, 8, 0.5, 0.25, 1 / 3),
        (0, 0, 0, 1.0, 1.0, 1.0),
        (0, 3, 0, 0.0, 0.0, 0.0),
        (0, 0, 3, 0.0, 0.0, 0.0),
        (3, 3, 3, 1.0, 1.0, 1.0),
    ],
)
def test_precision_recall_and_f_by_hand(
    right: int, found: int, wanted: int, precision: float, recall: float, f: float
) -> None:
    score = Score(right, found, wanted)
    assert (score.precision, score.recall) == (precision, recall)
    assert score.f == pytest.approx(f)


def test_only_the_layer_in_question_is_compared() -> None:
    quoted = Quotation(id="Q1", span=Span(0, 5))
    said = Attribution(id="A1", form="indirect", content=(Span(8, 11),))
    both = Reading(article="invented", reader="one", quotations=(quoted,), attributions=(said,))
    only = Reading(article="invented", reader="two", quotations=(quoted,))
    assert counts(compare(ARTICLE, both, only)) == (1, 0, 0)
    assert counts(compare(ARTICLE, both, only, layer="attributions")) == (0, 0, 1)
    assert counts(compare(ARTICLE, only, both, layer="attributions")) == (0, 1, 0)
    assert counts(compare(ARTICLE, both, only, layer="claims")) == (0, 0, 0)
