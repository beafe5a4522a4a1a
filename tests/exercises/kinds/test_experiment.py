from collections import Counter
from typing import Any

import msgspec
import pytest

from accordingto.exercises import AnswerError, Material
from accordingto.exercises.edits import Edit, kept_after
from accordingto.exercises.entries import Entry
from accordingto.exercises.flow import answered, done, turn
from accordingto.exercises.kinds.experiment import Experiment, Sentence, Verb

ASKED = Experiment(
    id="1",
    kind="experiment",
    title="t",
    objective="o",
    prompt="p",
    points=0,
    low="not at all",
    high="very",
    verbs=(Verb(value="said", name="neutral"), Verb(value="warned", name="names an act")),
    sentences=tuple(Sentence(id=one, text=f"{one} {{verb}} so.") for one in "abcd"),
    after="Compare.",
)
ALL: dict[str, Any] = {
    "rated": {
        "a": {"verb": "said", "rating": 2},
        "b": {"verb": "warned", "rating": 7},
        "c": {"verb": "said", "rating": 3},
        "d": {"verb": "warned", "rating": 4},
    }
}
THREE: dict[str, Any] = {"rated": {**ALL["rated"], "d": {"verb": "warned", "rating": None}}}


def test_each_verb_is_drawn_as_often_as_the_others_and_drawing_is_no_answer() -> None:
    orders = set()
    for _ in range(100):
        drawn = [one.verb for one in ASKED.begin().rated.values()]
        assert Counter(drawn) == {"said": 2, "warned": 2}
        orders.add(tuple(drawn))
    assert len(orders) == 6
    assert ASKED.untouched(ASKED.begin())


def test_the_means_are_told_by_class_once_all_are_rated(material: Material) -> None:
    outcome = ASKED.score(ASKED.answer(ALL), material)
    assert outcome.credit is None
    assert [(part.label, part.text) for part in outcome.parts] == [
        ("neutral", "Your mean is 2.50 of 7, from 2 sentences."),
        ("names an act", "Your mean is 5.50 of 7, from 2 sentences."),
        ("", "Compare."),
    ]
    assert ASKED.by_class(ASKED.answer(ALL)) == {"neutral": [2, 3], "names an act": [7, 4]}


def test_nothing_is_told_before(material: Material) -> None:
    outcome = ASKED.score(ASKED.answer(THREE), material)
    assert (outcome.headline, outcome.parts) == ("3 of 4 rated so far", ())


def kept(data: dict[str, Any], material: Material) -> Entry:
    return done(ASKED, answered(ASKED, None, data), "check", material)


def test_what_was_kept_is_locked_and_what_was_not_yet_whole_is_open(material: Material) -> None:
    entry = kept(ALL, material)
    here = turn(ASKED, entry, material)
    assert (here.locked, here.actions) == (True, ())
    with pytest.raises(AnswerError, match="kept before you saw more, and stays so"):
        answered(ASKED, entry, THREE)
    with pytest.raises(AnswerError, match="stays so"):
        kept_after(ASKED, entry, Edit(id="w.1", answer=THREE, over=(entry.version,)), material)
    unsaved = Edit(id="w.2", answer=THREE, do="offer", which="w.1")
    with pytest.raises(AnswerError, match="stays so"):
        kept_after(ASKED, entry, unsaved, material)
    open_still = kept(THREE, material)
    assert not turn(ASKED, open_still, material).locked
    assert answered(ASKED, open_still, ALL).answer == ALL


@pytest.mark.parametrize(
    ("rated", "said"),
    [
        ({"a": {"verb": "said", "rating": 8}}, "expected a rating from 1 to 7"),
        ({"a": {"verb": "cried", "rating": 2}}, "there is no verb 'cried'"),
        ({"z": {"verb": "said", "rating": 2}}, "there is no sentence 'z'"),
    ],
)
def test_what_is_not_offered_is_refused(rated: dict[str, object], said: str) -> None:
    with pytest.raises(AnswerError, match=said):
        ASKED.answer({"rated": rated})


def test_a_sentence_without_a_place_for_its_verb_and_points_are_refused(
    material: Material,
) -> None:
    bare = (*ASKED.sentences[1:], Sentence(id="z", text="Nobody spoke."))
    with pytest.raises(ValueError, match=r"sentence z: expected \{verb\} in it once"):
        msgspec.structs.replace(ASKED, sentences=bare).check(material)
    with pytest.raises(ValueError, match="an experiment is not scored: expected `points: 0`"):
        msgspec.structs.replace(ASKED, points=1).check(material)
