"""Figures of items: a published example, a wrong key, and classes that know nothing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from statistics import fmean

import pytest

from accordingto.classroom.room.first_tries import FirstTries
from accordingto.classroom.room.items import CHANCE, FEWEST, items, suspects
from accordingto.classroom.room.reliability import cronbach, reliability
from classroom.room.a_class import OPTIONS, scores_of, sheet_of

# Ten students, ten exercises. Source: K. L. Wuensch, East Carolina University, KR20.txt
# (core.ecu.edu/wuenschk/StatHelp/KR20.txt), with its p of each exercise and the variance of scores.
PUBLISHED = (
    "1111110110",
    "1011011101",
    "1111011001",
    "0010001000",
    "0000010010",
    "1110111111",
    "1101110111",
    "1111111101",
    "0101111101",
    "1101101110",
)
FACILITIES = (0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6)
VARIANCE, SUM_OF_PQ = 5.84, 2.18


def published() -> FirstTries:
    rows = [
        {f"1.{n}": "a" if right == "1" else "b" for n, right in enumerate(row, 1)}
        for row in PUBLISHED
    ]
    return scores_of(sheet_of("a" * 10), rows)


def test_facility_and_reliability_are_those_of_the_published_example() -> None:
    scores = published()
    assert [item.facility for item in items(scores)] == pytest.approx(list(FACILITIES))
    found = reliability(scores)
    assert found is not None
    assert found.alpha == pytest.approx(10 / 9 * (1 - SUM_OF_PQ / VARIANCE))
    assert (found.students, found.exercises) == (10, 10)
    # the error of measurement is s times the root of what is unreliable, with s of a sample
    assert found.error == pytest.approx((VARIANCE * 10 / 9 * (1 - found.alpha)) ** 0.5)


def test_discrimination_is_the_correlation_with_all_the_others() -> None:
    """Worked out by the point-biserial formula of the textbooks, apart from ours."""
    table = [[int(sign) for sign in row] for row in PUBLISHED]
    for number, item in enumerate(items(published())):
        rest = [sum(row) - row[number] for row in table]
        right = [total for row, total in zip(table, rest, strict=True) if row[number]]
        wrong = [total for row, total in zip(table, rest, strict=True) if not row[number]]
        spread = (fmean(total**2 for total in rest) - fmean(rest) ** 2) ** 0.5
        share = len(right) / len(table)
        expected = (fmean(right) - fmean(wrong)) / spread * (share * (1 - share)) ** 0.5
        assert item.discrimination == pytest.approx(expected)


def test_option_by_option_it_is_said_who_chose_it() -> None:
    sheet = sheet_of("aa")
    chosen = [{"1.1": "a", "1.2": "a"}, {"1.1": "b", "1.2": "a"}, {"1.1": "b", "1.2": "c"}]
    values = {one.value: one for one in items(scores_of(sheet, chosen))[0].values}
    assert {value: (one.chosen, one.rest) for value, one in values.items()} == {
        "a": (1, 1.0),
        "b": (2, 0.5),
        "c": (0, None),
        "d": (0, None),
    }
    assert [values[value].credit for value in OPTIONS] == [1.0, 0.0, 0.0, 0.0]


def test_of_few_only_their_number_is_said() -> None:
    rows = [{"1.1": "a", "1.2": "b"}] * (FEWEST - 1)
    assert [item.flags for item in items(scores_of(sheet_of("aa"), rows))] == [
        ("9 answered it: too few to say more than that",)
    ] * 2


def test_nobody_answered() -> None:
    item = items(scores_of(sheet_of("a"), []))[0]
    assert (item.answered, item.facility, item.discrimination) == (0, None, None)
    assert item.flags == ("nobody answered it",)
    assert reliability(scores_of(sheet_of("a"), [])) is None


def test_where_all_are_alike_there_is_no_correlation_and_no_reliability() -> None:
    scores = scores_of(sheet_of("ab"), [{"1.1": "a", "1.2": "b"}] * 12)
    assert [item.discrimination for item in items(scores)] == [None, None]
    assert all("nearly everybody has it" in item.flags[0] for item in items(scores))
    assert reliability(scores) is None
    assert cronbach([{"1.1": 1.0}, {"1.1": 0.0}]) is None  # one exercise has none


def a_class(
    draw: Random, keys: Sequence[str], students: int, skills: tuple[float, float]
) -> FirstTries:
    """Students whose skill, the chance to know an answer, is drawn between two bounds."""
    rows = []
    for _ in range(students):
        skill = draw.uniform(*skills)
        rows.append(
            {
                f"1.{number}": key if draw.random() < skill else draw.choice(OPTIONS)
                for number, key in enumerate(keys, 1)
            }
        )
    return scores_of(sheet_of(keys), rows)


def test_a_wrong_key_is_the_first_to_be_flagged() -> None:
    """In a hundred classes of thirty, all of one lesson, whose key of 1.7 is wrong."""
    draw, found = Random(21), 0
    for _ in range(100):
        true = [draw.choice(OPTIONS) for _ in range(15)]
        scores = a_class(draw, true, 30, (0.2, 1.0))
        keyed = [*true[:6], next(one for one in OPTIONS if one != true[6]), *true[7:]]
        chosen = [
            {name: first.answer["choice"] for name, first in student.items()}
            for student in scores.students
        ]
        suspect = suspects(items(scores_of(sheet_of(keyed), chosen)))
        if suspect:
            assert suspect[0].question.id == "1.7"
            assert "look at the key" in suspect[0].flags[0]
            found += 1
    assert found >= 80


@pytest.mark.parametrize("students", [10, 30, 100])
def test_a_class_that_knows_nothing_gets_no_more_flags_than_said(students: int) -> None:
    draw, keys = Random(students), "abcdabcdab"
    flagged = asked = missed = 0
    for _ in range(200):
        found = items(a_class(draw, keys, students, (0.0, 0.0)))
        flagged += len(suspects(found))
        missed += sum("nobody chose" in " ".join(item.flags) for item in found)
        asked += len(keys)
    # three standard errors above what is said
    most = CHANCE * asked + 3 * (asked * CHANCE * (1 - CHANCE)) ** 0.5
    assert flagged <= most
    assert missed <= most
