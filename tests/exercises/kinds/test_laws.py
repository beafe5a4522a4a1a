"""What holds for every kind that scores, whatever fitting answer is given."""

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.exercises import AnswerError, Material
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.kinds import kind_names
from accordingto.exercises.simulated import READERS, simulated_class
from asked import ASKED, JSON, fitting, question

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
    assert {part.verdict for part in outcome.parts} <= {"right", "note"}
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


def test_every_kind_that_scores_is_asked_here() -> None:
    assert set(ASKED) == set(kind_names()) - {"free text", "rate", "experiment"}


@KINDS
@given(data=st.data())
def test_how_sure_one_is_never_counts(material: Material, kind: str, data: st.DataObject) -> None:
    asked = question(kind)
    plain = data.draw(fitting(asked, material))
    sure = asked.answer({**plain, "confidence": data.draw(st.integers(0, 100))})
    assert asked.score(sure, material) == asked.score(asked.answer(plain), material)
    assert asked.untouched(sure) == asked.untouched(asked.answer(plain))


@pytest.mark.parametrize("confidence", [-1, 101, 50.5, "80"])
def test_a_confidence_off_the_scale_is_refused(confidence: Any) -> None:
    with pytest.raises(AnswerError, match="this is no answer to it"):
        question("choose one").answer({"confidence": confidence})


CHOOSING = [kind for kind in ASKED if isinstance(question(kind), Choosing)]


def test_these_kinds_can_be_put_to_a_class() -> None:
    assert CHOOSING == ["choose one", "number", "matrix", "select all", "sort cards"]


@pytest.mark.parametrize("kind", CHOOSING)
def test_a_simulated_class_answers_what_fits_the_same_way_each_time(
    material: Material, kind: str
) -> None:
    asked: Any = question(kind)
    answers = simulated_class(asked, material)
    assert len(answers) == READERS
    assert all(asked.answer(msgspec.to_builtins(answer)) == answer for answer in answers)
    assert answers == simulated_class(asked, material)
    credits = [asked.score(answer, material).credit for answer in answers]
    assert len(set(credits)) > 1


@pytest.mark.parametrize("kind", CHOOSING)
def test_the_values_of_an_answer_fill_it_again(material: Material, kind: str) -> None:
    asked: Any = question(kind)
    assert asked.values(asked.begin()) == {}
    for answer in simulated_class(asked, material):
        values = asked.values(answer)
        assert asked.filled(values) == answer
        assert values.keys() == asked.places(material).keys()
        assert values.items() <= asked.words().keys()


@pytest.mark.parametrize("kind", CHOOSING)
def test_each_value_of_each_place_has_its_words(material: Material, kind: str) -> None:
    asked: Any = question(kind)
    offered = {(place, value) for place, v in asked.places(material).items() for value in v}
    assert asked.words().keys() == offered
    assert len(set(asked.words().values())) == len(offered)


@pytest.mark.parametrize("kind", CHOOSING)
def test_a_place_is_worth_what_filling_it_earns(material: Material, kind: str) -> None:
    asked: Any = question(kind)
    places = asked.places(material)
    best = {place: max(values, key=lambda v: values[v]) for place, values in places.items()}
    assert asked.score(asked.filled(best), material).credit == 1.0
