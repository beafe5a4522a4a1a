"""No sentence of feedback is false for any answer: laws over every exercise of every sheet.

What a sentence may say is worked out here anew from the sheet and the reading, by sets of code
points and by counting, and not by the functions that wrote the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.content import Content
from accordingto.exercises import Material, Outcome, Part, Question, Sheet
from accordingto.exercises.kinds.chain import Chain, ChainAnswer
from accordingto.exercises.kinds.link_attribution import LinkAttribution
from accordingto.exercises.kinds.mark_spans import MarkSpans
from accordingto.exercises.kinds.matrix import SO_FAR, Matrix
from accordingto.exercises.kinds.parsons import Parsons, ParsonsAnswer, PlacedLine
from accordingto.exercises.kinds.select_all import SelectAll
from accordingto.exercises.steps import told_at
from accordingto.readings import marks
from accordingto.text import Span
from asked import fitting

Asked = tuple[Any, Material]
SHEETS = [Sheet.of(lesson) for lesson in (*Content.kit().lessons(), "gallery")]
EVERY: list[Asked] = [(one, sheet.material(one)) for sheet in SHEETS for one in sheet]
SCORED = [one for one in EVERY if not one[0].unscored and one[0].kind not in ("rate", "experiment")]


Test = TypeVar("Test", bound=Callable[..., None])


def of(*kinds: type[Question[Any]]) -> Callable[[Test], Test]:
    """Every exercise of some kinds; of all that are scored without any."""
    chosen = [one for one in SCORED if not kinds or isinstance(one[0], kinds)]
    decorated: Callable[[Test], Test] = pytest.mark.parametrize(
        "asked", chosen, ids=[one.id for one, _ in chosen]
    )
    return decorated


def scored(asked: Asked, plain: dict[str, Any]) -> Outcome:
    question, material = asked
    outcome: Outcome = question.score(question.answer(plain), material)
    return outcome


def signs(spans: Any) -> set[int]:
    return {sign for span in spans for sign in range(span.start, span.end)}


# A headline agrees with its score.


def promised(headline: str) -> str:
    """What a headline says of the score: all, part, none; or part of it or none."""
    if headline.startswith(("Nothing", "No ", "Not this", "The list has not", "Your function has")):
        return "none"
    if headline in ("Right", "The whole chain"):
        return "all"
    if headline == "Partly right":
        return "part"
    if headline == "Can be defended":
        return "all or part"
    if measured := re.fullmatch(r"F (.+); full marks from (.+)", headline):
        return "all" if float(measured[1]) >= float(measured[2]) else "part or none"
    counted = re.search(r"(\d+) of (\d+)", headline)
    assert counted, headline
    rest = re.search(r"in part|nearly|too many|do(?:es)? not fit|in another order", headline)
    return "all" if counted[1] == counted[2] and not rest else "part or none"


@of()
@settings(max_examples=15)
@given(data=st.data())
def test_a_headline_agrees_with_its_score(asked: Asked, data: st.DataObject) -> None:
    outcome = scored(asked, data.draw(fitting(*asked)))
    assert outcome.credit is not None
    share = "all" if outcome.credit == 1 else "part" if outcome.credit > 0 else "none"
    assert share in promised(outcome.headline).split(" or ")


@of()
@settings(max_examples=15)
@given(data=st.data())
def test_full_marks_have_nothing_wrong_beside_them_and_less_has_something(
    asked: Asked, data: st.DataObject
) -> None:
    outcome = scored(asked, data.draw(fitting(*asked)))
    verdicts = {part.verdict for part in outcome.parts}
    if outcome.credit == 1:
        assert not verdicts & {"wrong", "missing", "extra", "near"}
    elif outcome.parts:
        assert verdicts - {"right", "note"}


# What overlaps is never called unmarked, and what is marked is never called missing.


def drawn_marks(asked: Asked, data: st.DataObject) -> dict[str, Any]:
    """Marks of which many lie near the expert's: an edge moved, or two of them in one."""
    question, material = asked
    drawn: dict[str, Any] = data.draw(fitting(question, material))
    moved = []
    shift = st.sampled_from([-40, -9, -1, 0, 0, 1, 5, 30])
    end = len(material.article.text)
    for mark in drawn["marks"] or ():
        edges = mark["start"] + data.draw(shift), mark["end"] + data.draw(shift)
        start, stop = sorted(min(end, max(0, one)) for one in edges)
        moved.append({**mark, "start": start, "end": stop})
    return {"marks": moved}


@of(MarkSpans)
@settings(max_examples=60)
@given(data=st.data())
def test_no_mark_that_meets_the_experts_is_said_to_meet_nothing(
    asked: Asked, data: st.DataObject
) -> None:
    question, material = asked
    plain = drawn_marks(asked, data)
    given_marks = [Span(one["start"], one["end"]) for one in plain["marks"] or ()]
    expert = [piece for mark in marks(material.reading, question.layer) for piece in mark.pieces]
    for part in scored(asked, plain).parts:
        if part.text == question.extra:
            assert part.ref is not None
            mine = signs([given_marks[int(part.ref)]])
            shown = [
                one for one in expert if material.article.paragraph_of(one) in question.paragraphs
            ]
            assert not mine & signs(shown)
        if part.verdict == "missing":
            missed = next(one for one in expert if _is_said(part, one, material))
            inner = [one for one in expert if one != missed and missed.contains(one)]
            assert not signs([missed]) & signs(
                mark for mark in given_marks if not any(mark.overlaps(one) for one in inner)
            )


def test_a_mark_that_runs_on_into_the_next_place_is_not_said_to_miss_it() -> None:
    [asked] = [one for one in EVERY if one[0].id == "4.2"]
    first, second = sorted(
        (one for one in asked[0].key(asked[1]).marks), key=lambda one: one.start
    )[4:6]
    marked = {"marks": [{"start": first.start, "end": second.start + 4, "label": ""}]}
    told = told_at(scored(asked, marked), 1)
    assert told.headline == "You found 1 of 7"
    assert [(part.verdict, part.text[:31]) for part in told.parts] == [
        ("right", "It begins where the expert’s do"),
        ("near", "This reaches into another place"),
        ("missing", "5 are still to find."),
    ]
    assert "They know that" not in told.parts[1].text


def _is_said(part: Part, place: Span, material: Material) -> bool:
    words = material.article[place].split()
    return part.label == " ".join(words[:8]) + (" …" if len(words) > 8 else "")


@of(LinkAttribution)
@settings(max_examples=60)
@given(data=st.data())
def test_no_statement_that_meets_the_experts_is_said_to_meet_nothing(
    asked: Asked, data: st.DataObject
) -> None:
    question, material = asked
    plain = drawn_marks(asked, data)
    whole = [signs((*one.source, *one.cue, *one.content)) for one in material.reading.attributions]
    statements: dict[int, set[int]] = {}
    for mark in plain["marks"] or ():
        places = signs([Span(mark["start"], mark["end"])])
        statements.setdefault(mark["record"], set()).update(places)
    marked = set().union(*statements.values())
    for part in scored(asked, plain).parts:
        if part.text == question.extra:
            number = int(part.label.removeprefix("Statement "))
            assert not any(statements[number] & one for one in whole)
        if part.verdict == "missing":
            [cue] = [
                signs(one.cue or one.content)
                for one in material.reading.attributions
                if one.id in question.reasons and question.reasons[one.id].why == part.text
            ]
            assert not marked & cue


# A near miss says which edge, and shows both texts.


@of(MarkSpans)
def test_a_near_miss_says_which_edge_and_shows_both_texts(asked: Asked) -> None:
    question, material = asked
    article, tried = material.article, 0
    for one in question.key(material).marks:
        words = article.words[article.words_in(Span(one.start, one.end)).start :]
        for begin, said in ((words[1].start, "too late"), (one.start, "")):
            stop = article.words[article.words_in(Span(one.start, one.end)).stop - 2].end
            end, ends = (one.end, "") if said else (stop, "too early")
            if begin >= end:
                continue
            tried += 1
            mark = {"start": begin, "end": end, "label": one.label}
            [part, *_] = told_at(scored(asked, {"marks": [mark]}), 1).parts
            first, _, last = part.text.partition(", and ")
            assert first.endswith("where the expert’s does") == (not said)
            assert last.startswith("ends where the expert’s does") == (not ends)
            assert (said or "begins") in first
            assert (ends or "ends") in last
            texts = re.search(r"Yours: (.+?)\. The expert’s: (.+?)\.(?: |$)", part.text)
            assert texts
            assert texts[1] != texts[2]
    assert tried


# One too many is blamed, and nothing else for it.


@of(Chain)
def test_a_hand_too_many_leaves_the_right_ones_right(asked: Asked) -> None:
    question, material = asked
    counting = {card for one in (question, *question.accept) for card in one.chain}
    decoys = [card.id for card in question.cards if card.id not in counting]
    assert decoys
    for decoy in decoys:
        for place in range(len(question.chain) + 1):
            built = (*question.chain[:place], decoy, *question.chain[place:])
            outcome = question.score(ChainAnswer(chain=built), material)
            verdicts = {part.ref: part.verdict for part in outcome.parts}
            assert verdicts == dict.fromkeys(question.chain, "right") | {decoy: "wrong"}
            assert outcome.headline.endswith("hands found, 1 too many")


@of(Parsons)
def test_a_line_too_many_leaves_the_right_ones_right(asked: Asked) -> None:
    question, material = asked
    key = question.key(material).lines
    for decoy in question.decoys:
        for place in range(len(key) + 1):
            built = (*key[:place], PlacedLine(decoy.id), *key[place:])
            outcome = question.score(ParsonsAnswer(lines=built), material)
            wrong = [part.ref for part in outcome.parts if part.verdict != "right"]
            assert wrong == [decoy.id]


# Steps, not spoilers.


def shown(outcome: Outcome) -> str:
    return " ".join(f"{part.label} {part.text}" for part in outcome.parts)


@of()
@settings(max_examples=15)
@given(data=st.data())
def test_what_is_not_found_is_told_by_number_then_by_place_then_whole(
    asked: Asked, data: st.DataObject
) -> None:
    outcome = scored(asked, data.draw(fitting(*asked)))
    unfound = [part for part in outcome.parts if part.unfound]
    first, second, third = (told_at(outcome, step) for step in (1, 2, 3))
    assert third == outcome
    assert {first.credit, second.credit} == {outcome.credit}
    if unfound:
        look = {number for part in unfound for number in part.look}
        for told, where in ((first, set()), (second, look)):
            said = told.parts[-1]
            assert said.verdict == "missing"
            count = re.match(r"(\d+) (?:is|are) still to find", said.text)
            assert count
            assert int(count[1]) == len(unfound)
            assert set(said.look) == where
            assert not [part for part in unfound if part.text in shown(told)]


@of(SelectAll)
def test_one_right_tick_does_not_bring_the_others(asked: Asked) -> None:
    question, _ = asked
    right = [one for one in question.options if one.right is True]
    outcome = scored(asked, {"choices": [right[0].value]})
    told = shown(told_at(outcome, 1))
    assert right[0].why in told
    assert not [one.text for one in right[1:] if one.text in told or one.why in told]


@of(Matrix)
def test_a_right_cell_does_not_give_the_one_beside_it(asked: Asked) -> None:
    question, material = asked
    for row in question.rows:
        key = question.key(material).rows[row.id]
        for slot, value in key.items():
            outcome = scored(asked, {"rows": {row.id: {slot: value}}})
            told = {part.ref: part.text for part in told_at(outcome, 1).parts}
            if len(key) > 1:
                assert told[f"{row.id}/{slot}"] == SO_FAR
                assert row.why not in told.values()
            else:
                assert told[row.id] == row.why


def test_the_one_right_row_of_1_3_names_no_other_rows_key() -> None:
    question: Any = next(one for one, _ in EVERY if one.id == "1.3")
    names = {"britain": "Britain", "america": "United States"}
    for row in question.rows:
        others = {name for value, name in names.items() if row.key["supports"] != value}
        assert not [name for name in others if name in row.why]


# The cases in which feedback was false, each with the sentence that is true.


def in_page(lesson: str, exercise: str, words: str | None, paragraph: int) -> Outcome:
    """The outcome of one mark: some words of a paragraph, or all of it."""
    sheet = next(one for one in SHEETS if one.lesson == lesson)
    asked = sheet[exercise], sheet.material(sheet[exercise])
    article = asked[1].article
    span = article.find(words, paragraph) if words else article.paragraphs[paragraph - 1]
    return told_at(scored(asked, {"marks": [{"start": span.start, "end": span.end}]}), 1)


def test_the_first_sentence_of_a_quotation_is_near_and_ends_too_early() -> None:
    first = "“appease these so-called peace activists."
    outcome = in_page("04-inside-the-quotation-marks", "4.2", first, 12)
    assert outcome.headline == "You found 0 of 7, 1 nearly"
    near, rest = outcome.parts
    assert (near.verdict, near.label, near.text) == (
        "near",
        first,
        "It begins where the expert’s does, and ends 19 words too early. "
        "Yours: *“appease these so-called peace activists.*. "
        "The expert’s: *“appease these so-called peace activists. … and drones against Israel.*.",
    )
    assert rest.text == "6 are still to find."


def test_a_whole_paragraph_is_said_to_hold_both_faults_and_not_which() -> None:
    outcome = in_page("01-what-is-this-text", "1.4", None, 5)
    assert outcome.headline == "You found 0 of 2, 1 nearly"
    [near] = outcome.parts
    assert (near.verdict, near.text) == (
        "near",
        "This reaches over 2 places that the expert marks one by one.",
    )


def test_a_quotation_without_its_opening_mark_is_not_said_to_begin_there() -> None:
    outcome = in_page("00-start-here", "0.3", "You got a win. Take the win,”", 10)
    assert outcome.headline == "You found 1 of 1"
    [part] = outcome.parts
    assert (part.verdict, part.text) == (
        "right",
        "It begins too late: it leaves out the opening quotation mark, and ends where the "
        "expert’s does. Yours: *You got a win. Take the win,”*. "
        "The expert’s: *“You got a win. Take the win,”*. "
        "The expert marks it from the opening mark to the closing one.",
    )


def test_a_number_that_earns_part_is_not_headed_as_wrong() -> None:
    sheet = next(one for one in SHEETS if one.lesson == "03-what-reportedly-hides")
    asked = sheet["3.1"], sheet.material(sheet["3.1"])
    outcome = scored(asked, {"value": 5})
    assert (outcome.credit, outcome.headline) == (0.75, "Partly right")
    assert [part.verdict for part in outcome.parts] == ["partly"]


def test_a_figure_just_below_full_marks_is_not_rounded_up_to_them() -> None:
    from accordingto.exercises.kinds.tuner import cut

    assert [cut(figure) for figure in (0.849, 0.85, 0.29, 1.0, 0.0)] == [
        "0.84",
        "0.85",
        "0.29",
        "1.00",
        "0.00",
    ]


def test_outcomes_of_every_exercise_can_be_kept_and_read_again() -> None:
    for question, material in SCORED:
        outcome = question.score(question.key(material), material)
        assert msgspec.json.decode(msgspec.json.encode(outcome), type=Outcome) == outcome
