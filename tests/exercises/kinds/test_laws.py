"""What holds for every kind that scores, whatever fitting answer is given."""

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.exercises import AnswerError, Material, Question
from accordingto.exercises.kinds import kind_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False) | st.text("ab🦊"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
    max_leaves=6,
)

ASKED: dict[str, dict[str, Any]] = {
    "choose one": {
        "options": [
            {"value": "a", "text": "A", "why": "w"},
            {"value": "b", "text": "B", "why": "w", "credit": 1},
            {"value": "c", "text": "C", "why": "w", "credit": 0.3},
        ]
    },
    "number": {
        "value": 12,
        "unit": "words",
        "why": "w",
        "otherwise": "o",
        "tolerance": 0.5,
        "wrong": [{"value": 13, "why": "w", "credit": 0.5}],
    },
    "matrix": {
        "rows": [
            {"id": "r1", "text": "R", "key": {"form": "=Q1.form", "sure": "y"}, "why": "w"},
            {
                "id": "r2",
                "text": "S",
                "key": {"form": "scare", "sure": "n"},
                "why": "w",
                "accept": {"form": {"direct": {"credit": 0.5, "why": "w"}}},
            },
        ],
        "slots": [
            {
                "id": "form",
                "text": "F",
                "options": [
                    {"value": "direct", "text": "D", "why": "w"},
                    {"value": "scare", "text": "S", "why": "w"},
                ],
            },
            {
                "id": "sure",
                "text": "S",
                "options": [
                    {"value": "y", "text": "Y", "why": "w"},
                    {"value": "n", "text": "N", "why": "w"},
                ],
            },
        ],
    },
    "mark spans": {
        "layer": "quotations",
        "paragraphs": [1, 2],
        "labels": [
            {"value": "direct", "name": "D"},
            {"value": "scare", "name": "S"},
            {"value": "nested", "name": "N"},
        ],
        "reasons": {
            "Q1": {"why": "w"},
            "Q2": {"why": "w"},
            "Q3": {"why": "w"},
            "Q4": {"why": "w", "optional": True},
        },
        "extra": "e",
    },
    "code": {
        "function": "quotations",
        "measure": "f",
        "cases": [
            {"name": "one", "text": "=article", "expect": "=quotations", "why": "w"},
            {"name": "two", "text": "=P3", "expect": [], "why": "w", "hidden": True},
        ],
    },
}


def question(kind: str) -> Question[Any]:
    head = {"id": "1.1", "kind": kind, "title": "t", "objective": "o", "prompt": "p"}
    asked: Question[Any] = msgspec.convert({**head, **ASKED[kind]}, kind_of(kind))
    return asked


def fitting(asked: Any, material: Material) -> st.SearchStrategy[dict[str, Any]]:
    """Answers, as plain data, that fit the question."""
    if asked.kind == "choose one":
        values = [option.value for option in asked.options]
        return st.fixed_dictionaries({}, optional={"choice": st.sampled_from([None, *values])})
    if asked.kind == "number":
        near = st.floats(9, 16) | st.integers(9, 16)
        wide = st.floats(allow_nan=False, allow_infinity=False)
        return st.fixed_dictionaries({}, optional={"value": st.none() | near | wide})
    if asked.kind == "matrix":
        cells = st.fixed_dictionaries(
            {},
            optional={
                slot.id: st.sampled_from([option.value for option in slot.options])
                for slot in asked.slots
            },
        )
        rows = st.fixed_dictionaries({}, optional={row.id: cells for row in asked.rows})
        return st.fixed_dictionaries({"rows": rows})
    if asked.kind == "mark spans":
        labels = st.sampled_from(["", *(label.value for label in asked.labels)])
        end = len(material.article.text) + 5
        spans = st.tuples(st.integers(0, end), st.integers(0, end)).map(sorted)
        expert = st.sampled_from([q.span for q in material.reading.quotations])
        mark = st.builds(
            lambda span, label: {"start": span[0], "end": span[1], "label": label},
            spans | expert.map(lambda span: [span.start, span.end]),
            labels,
        )
        return st.fixed_dictionaries({"marks": st.none() | st.lists(mark, max_size=6)})
    names = st.sampled_from([case.name for case in asked.cases])
    quotations = [material.article[q.span] for q in material.reading.quotations]
    value = JSON | st.lists(st.sampled_from(quotations), max_size=5)
    return st.fixed_dictionaries(
        {
            "values": st.none() | st.dictionaries(names, value),
            "errors": st.dictionaries(names, st.text("ab🦊", max_size=5)),
        }
    )


KINDS = pytest.mark.parametrize("kind", ASKED)


@KINDS
@given(data=st.data())
def test_any_fitting_answer_earns_from_nought_to_one_each_time_the_same(
    material: Material, kind: str, data: st.DataObject
) -> None:
    asked = question(kind)
    plain = data.draw(fitting(asked, material))
    answer = asked.answer(plain)
    outcome = asked.score(answer, material)
    assert outcome.credit is not None
    assert 0 <= outcome.credit <= 1
    assert outcome.headline
    assert all(part.text for part in outcome.parts)
    assert asked.score(answer, material) == outcome
    assert question(kind).score(answer, material) == outcome


@KINDS
@given(data=st.data())
def test_an_answer_that_went_through_a_file_is_worth_the_same(
    material: Material, kind: str, data: st.DataObject
) -> None:
    asked = question(kind)
    answer = asked.answer(data.draw(fitting(asked, material)))
    kept = msgspec.json.decode(msgspec.json.encode(msgspec.to_builtins(answer)))
    assert asked.answer(kept) == answer
    assert asked.score(asked.answer(kept), material) == asked.score(answer, material)


@KINDS
@given(data=JSON)
def test_what_does_not_fit_is_refused_in_one_line_and_nothing_else_is_raised(
    material: Material, kind: str, data: Any
) -> None:
    asked = question(kind)
    refusal = None
    try:
        assert asked.score(asked.answer(data), material).credit is not None
    except AnswerError as error:
        refusal = str(error)
    assert refusal is None or re.fullmatch(r"exercise 1\.1: this is no answer to it: .+", refusal)


@KINDS
def test_the_key_fits_and_earns_all(material: Material, kind: str) -> None:
    asked = question(kind)
    asked.check(material)
    key = asked.key(material)
    assert asked.answer(msgspec.to_builtins(key)) == key
    outcome = asked.score(key, material)
    assert outcome.credit == 1.0
    assert {part.verdict for part in outcome.parts} == {"right"}
    assert not asked.untouched(key)


@KINDS
def test_what_is_untouched_earns_nothing(material: Material, kind: str) -> None:
    asked = question(kind)
    untouched = asked.answer({})
    assert asked.untouched(untouched)
    assert asked.score(untouched, material).credit == 0.0


@KINDS
def test_scoring_changes_neither_question_nor_reading(material: Material, kind: str) -> None:
    asked = question(kind)
    before = msgspec.json.encode(asked), msgspec.json.encode(material.reading)
    asked.score(asked.key(material), material)
    assert (msgspec.json.encode(asked), msgspec.json.encode(material.reading)) == before
