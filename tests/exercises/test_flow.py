from typing import Any

import msgspec
import pytest

from accordingto.exercises import AnswerError, Entry, Material, Outcome
from accordingto.exercises.flow import answered, done, outcome, turn
from accordingto.exercises.kinds.free_text import FreeText, Level
from accordingto.exercises.kinds.number import Number
from asked import question as asked_of

PLAIN = Number(
    id="1.1",
    kind="number",
    title="t",
    objective="o",
    prompt="p",
    value=12,
    unit="words",
    why="w",
    otherwise="o",
)
REVEAL = msgspec.structs.replace(PLAIN, reveal="The text.")
WRITE = FreeText(
    id="1.2",
    kind="free text",
    title="t",
    objective="o",
    prompt="p",
    rubric=(Level(marks=1, text="x", sample="y"),),
    self_check=(),
)


def played(material: Material, question: Any, *moves: float | str) -> Entry | None:
    """What is kept after some moves: a number is an answer, a word is done with it."""
    entry = None
    for move in moves:
        if isinstance(move, str):
            assert entry is not None
            entry = done(question, entry, move, material)
        else:
            entry = answered(question, entry, {"value": move})
    return entry


def test_before_anything_a_check_is_offered_and_nothing_is_to_see(material: Material) -> None:
    here = turn(PLAIN, None, material)
    assert (here.stage, here.actions, here.tries) == ("answer", ("check",), 0)
    assert (here.outcome, here.prediction, here.shown) == (None, None, False)


def test_an_answer_alone_shows_no_outcome_and_a_check_does(material: Material) -> None:
    assert turn(PLAIN, played(material, PLAIN, 12), material).outcome is None
    here = turn(PLAIN, played(material, PLAIN, 12, "check"), material)
    assert here.outcome == outcome(PLAIN, {"value": 12}, material)
    assert here.tries == 1


def test_feedback_goes_when_the_answer_changes_and_comes_with_the_next_check(
    material: Material,
) -> None:
    assert turn(PLAIN, played(material, PLAIN, 11, "check", 12), material).outcome is None
    seen = turn(PLAIN, played(material, PLAIN, 11, "check", 12, "check"), material).outcome
    assert seen is not None
    assert seen.credit == 1.0


def test_every_attempt_is_kept_with_its_credit(material: Material) -> None:
    entry = played(material, PLAIN, 11, "check", 13, "check", "show", 12, "check")
    assert entry is not None
    assert [(one.did, one.answer, one.credit) for one in entry.attempts] == [
        ("check", {"value": 11}, 0.0),
        ("check", {"value": 13}, 0.0),
        ("show", {"value": 13}, None),
        ("check", {"value": 12}, 1.0),
    ]
    assert entry.answer == {"value": 12}


@pytest.mark.parametrize(
    ("moves", "offered", "shown"),
    [
        ((11, "check"), False, False),
        ((11, "check", 13, "check"), True, False),
        ((11, "check", 12, "check"), False, False),
        ((11, "check", 12, "check", 13, "check"), True, False),
        ((11, "check", 13, "check", "show"), False, True),
        ((11, "check", 13, "check", "show", 14, "check"), False, True),
    ],
)
def test_the_experts_answer_is_offered_after_two_failed_checks_until_it_is_shown(
    material: Material, moves: tuple[float | str, ...], offered: bool, shown: bool
) -> None:
    here = turn(PLAIN, played(material, PLAIN, *moves), material)
    assert ("show" in here.actions) == offered
    assert here.shown == shown


def test_a_prediction_comes_first_and_empties_the_answer(material: Material) -> None:
    assert turn(REVEAL, None, material).actions == ("predict",)
    entry = played(material, REVEAL, 7)
    assert turn(REVEAL, entry, material).stage == "predict"
    entry = played(material, REVEAL, 7, "predict")
    assert entry is not None
    assert entry.answer == {"confidence": None, "value": None}
    here = turn(REVEAL, entry, material)
    assert (here.stage, here.actions, here.prediction) == ("answer", ("check",), {"value": 7})
    assert here.outcome is None


def test_the_first_prediction_stands_and_is_no_check(material: Material) -> None:
    with pytest.raises(AnswerError, match="got 'predict'"):
        played(material, REVEAL, 7, "predict", 8, "predict")
    entry = played(material, REVEAL, 7, "predict", 12, "check")
    here = turn(REVEAL, entry, material)
    assert (here.prediction, here.tries) == ({"value": 7}, 1)
    assert here.outcome is not None
    assert here.outcome.credit == 1.0


def test_what_no_score_is_given_for_never_offers_the_expert(material: Material) -> None:
    entry = answered(WRITE, None, {"text": "one"})
    for text in ("one", "two", "three"):
        entry = done(WRITE, answered(WRITE, entry, {"text": text}), "check", material)
    here = turn(WRITE, entry, material)
    assert (here.actions, here.tries) == (("check",), 3)
    assert [one.credit for one in entry.attempts] == [None] * 3


def test_who_wrote_less_than_was_asked_may_ask_for_a_sample(material: Material) -> None:
    asked = msgspec.structs.replace(WRITE, least=3)
    entry = done(asked, answered(asked, None, {"text": "asdf qwer"}), "check", material)
    here = turn(asked, entry, material)
    assert here.actions == ("check", "show")
    assert here.outcome
    assert here.outcome.headline == "Kept, and not done yet"
    here = turn(asked, done(asked, entry, "show", material), material)
    assert here.outcome
    assert any("For example" in part.text for part in here.outcome.parts)


def test_feedback_goes_step_by_step_to_the_third_check(material: Material) -> None:
    asked: Any = asked_of("select all")  # a and b are right
    seen = []
    entry = None
    for choices in (["c"], ["d"], ["c", "d"]):
        entry = done(asked, answered(asked, entry, {"choices": choices}), "check", material)
        outcome = turn(asked, entry, material).outcome
        assert outcome
        seen.append([part.label for part in outcome.parts if part.verdict == "missing"])
    assert seen == [[""], [""], ["A", "B"]]


TILL = msgspec.structs.replace(PLAIN, till="08-source-audit/8.11", points=0)


def test_of_what_is_kept_back_nothing_is_told_however_often_it_is_checked(
    material: Material,
) -> None:
    entry = None
    for value in (7, 8, 12, 12):
        entry = done(TILL, answered(TILL, entry, {"value": value}), "check", material)
        here = turn(TILL, entry, material, is_kept_back=True)
        assert here.actions == ("check",)
        assert here.outcome == Outcome(
            credit=None, headline="Kept. You will see the answer at the end of lesson 8"
        )
    assert entry
    assert {one.credit for one in entry.attempts} == {None}
    opened = turn(TILL, entry, material)
    assert opened.outcome
    assert opened.outcome.credit == 1.0


def test_the_same_answer_checked_again_is_no_further_try(material: Material) -> None:
    once = played(material, PLAIN, 11, "check")
    assert once
    assert done(PLAIN, once, "check", material) is once
    other = done(PLAIN, answered(PLAIN, once, {"value": 13}), "check", material)
    back = done(PLAIN, answered(PLAIN, other, {"value": 11}), "check", material)
    assert turn(PLAIN, back, material).tries == 3


def test_an_answer_that_does_not_fit_leaves_what_was_kept(material: Material) -> None:
    entry = played(material, PLAIN, 11, "check")
    with pytest.raises(AnswerError):
        answered(PLAIN, entry, {"value": "twelve"})
    with pytest.raises(AnswerError):
        outcome(PLAIN, {"valu": 1}, material)
    assert turn(PLAIN, entry, material).tries == 1


def test_what_is_kept_says_of_which_question_it_was(material: Material) -> None:
    one = answered(PLAIN, None, {"value": 1})
    other = answered(msgspec.structs.replace(PLAIN, unit="lines"), one, {"value": 1})
    assert one.digest != other.digest
    assert other.attempts == one.attempts


@pytest.mark.parametrize(("question", "did"), [(REVEAL, "predict"), (PLAIN, "check")])
def test_what_nobody_touched_is_neither_locked_nor_checked(
    material: Material, question: Number, did: str
) -> None:
    entry = answered(question, None, {"value": None})
    assert not turn(question, entry, material).ready
    with pytest.raises(AnswerError, match=r"exercise 1\.1: there is no answer yet"):
        done(question, entry, did, material)


def test_the_experts_answer_is_not_shown_before_it_is_offered(material: Material) -> None:
    entry = played(material, PLAIN, 3, "check")
    assert entry is not None
    with pytest.raises(AnswerError, match="got 'show'"):
        done(PLAIN, entry, "show", material)


VOTE = msgspec.structs.replace(PLAIN, vote=True)


def test_a_vote_comes_first_and_stays_in_hand(material: Material) -> None:
    begun = played(material, VOTE, 7)
    here = turn(VOTE, begun, material)
    assert (here.stage, here.actions, here.vote) == ("vote", ("vote",), None)
    voted = played(material, VOTE, 7, "vote")
    assert voted is not None
    assert voted.answer == {"value": 7}
    here = turn(VOTE, voted, material)
    assert (here.stage, here.actions) == ("answer", ("check",))
    assert (here.vote, here.outcome) == ({"value": 7}, None)


def test_both_votes_are_kept(material: Material) -> None:
    entry = played(material, VOTE, 7, "vote", 12, "check")
    assert entry is not None
    assert [(one.did, one.answer["value"], one.credit) for one in entry.attempts] == [
        ("vote", 7, None),
        ("check", 12, 1.0),
    ]
    with pytest.raises(AnswerError, match="got 'vote'"):
        done(VOTE, entry, "vote", material)


def test_an_answer_is_final_when_it_earned_all_or_when_all_was_told(material: Material) -> None:
    def final(*played_: Any) -> bool:
        return turn(PLAIN, played(material, PLAIN, *played_), material).final

    assert not final(7)
    assert not final(7, "check")
    assert not final(7, "check", 8, "check")
    assert final(7, "check", 8, "check", 9, "check")
    assert final(7, "check", 8, "check", "show")
    assert final(12, "check")
    assert final(12, "check", 7)
    assert not turn(VOTE, played(material, VOTE, 12, "vote"), material).final


@pytest.mark.parametrize(
    ("value", "confidence", "said"),
    [
        (12, 90, "90 of 100. You were, and you are right to be."),
        (12, 69, "69 of 100. You were not, and yet you are right: you know more than you think."),
        (7, 70, "70 of 100. You were, and it is not so: here is a place to slow down."),
        (7, 0, "0 of 100. You were not. You felt that something was open, and something was."),
    ],
)
def test_how_sure_one_was_is_set_beside_how_it_went(
    material: Material, value: float, confidence: int, said: str
) -> None:
    told = outcome(PLAIN, {"value": value, "confidence": confidence}, material)
    assert (told.parts[-1].label, told.parts[-1].text) == ("How sure you were", said)
    assert told.credit == outcome(PLAIN, {"value": value}, material).credit
