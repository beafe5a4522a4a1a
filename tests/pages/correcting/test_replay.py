"""Deeds on a draft, and what follows from them."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.instrument import read
from accordingto.pages.correcting import AnyDeed, CannotCorrect, Corrected, corrected, replay
from accordingto.pages.correcting.deeds import (
    Add,
    Call,
    Deeds,
    Drop,
    Hand,
    Join,
    Keep,
    Mark,
    Merge,
    Otherwise,
    Part,
    Predict,
    React,
    Split,
    Trace,
)
from accordingto.readings import Attribution, Defensible, Link
from accordingto.readings.written import written
from accordingto.text import Article, Span

PAGE = Article(
    "page",
    "Rosa Delgado, the mayor, said the ferry would stop 🚢 on Monday.\n"
    "“We lost the key,” Delgado told the council. She said it was late.\n"
    "Northern Line denied that, and a worker said “the key was sold to us.”\n"
    "It rained all day.\n"
    "At the gate hung a sheet of paper: “Nobody asked us anything.”\n",
)
DRAFT = read(PAGE)
IDS = [one.id for one in DRAFT.attributions]


def after(*deeds: AnyDeed) -> Corrected:
    return replay(PAGE, DRAFT, deeds)


def place(words: str, paragraph: int, nth: int | None = None) -> Span:
    return PAGE.find(words, paragraph, None, nth)


def said(words: str) -> Attribution:
    """The statement of the draft in which some words are said."""
    return next(
        one for one in DRAFT.attributions if any(words in PAGE[piece] for piece in one.content)
    )


def statement(work: Corrected, id: str) -> Attribution:
    return next(one for one in corrected(work).attributions if one.id == id)


deeds = st.one_of(
    st.builds(Keep, id=st.sampled_from(IDS)),
    st.builds(Drop, id=st.sampled_from(IDS)),
    st.builds(
        Mark,
        id=st.sampled_from(IDS),
        places=st.dictionaries(
            st.sampled_from(["source", "cue", "content", "venue", "evidentials"]),
            st.lists(st.sampled_from(PAGE.words), max_size=2, unique=True).map(tuple),
            max_size=2,
        ),
    ),
    st.builds(Call, id=st.sampled_from(IDS), field=st.just("form"), value=st.just("summary")),
    st.builds(
        Trace,
        id=st.sampled_from(IDS),
        origin=st.builds(Hand, name=st.just("Ann"), type=st.just("named person")),
        conduits=st.just((Hand(name="not disclosed", type="undisclosed"),)),
    ),
    st.builds(Split, id=st.sampled_from(IDS), at=st.integers(0, len(PAGE.text))),
    st.builds(Join, one=st.sampled_from(IDS), other=st.sampled_from([*IDS, "P01"])),
    st.builds(Add, content=st.sampled_from(PAGE.words)),
    st.builds(Merge, other=st.just("Northern Line"), one=st.just("Rosa Delgado")),
    st.builds(Part, name=st.just("Rosa Delgado"), words=st.just("Delgado")),
)


def fitting(tried: list[AnyDeed]) -> list[AnyDeed]:
    """Of some deeds those that fit, one after the other."""
    done: list[AnyDeed] = []
    for deed in tried:
        try:
            after(*done, deed)
        except CannotCorrect:
            continue
        done.append(deed)
    return done


@given(st.lists(deeds, max_size=8).map(fitting), deeds)
def test_undoing_the_last_deed_gives_what_stood_before(done: list[AnyDeed], more: AnyDeed) -> None:
    stood = corrected(after(*done))
    for deed in fitting([*done, more])[len(done) :]:
        after(*done, deed)
    assert corrected(after(*done)) == stood


@given(st.lists(deeds, max_size=8).map(fitting))
def test_deeds_kept_and_read_back_give_the_same_reading(done: list[AnyDeed]) -> None:
    kept = msgspec.json.decode(msgspec.json.encode(done), type=Deeds)
    assert kept == tuple(done)
    assert corrected(after(*kept)) == corrected(after(*done))


@given(st.lists(deeds, max_size=8).map(fitting))
def test_whatever_was_done_the_reading_can_be_written(done: list[AnyDeed]) -> None:
    reading = corrected(after(*done))
    ids = [one.id for one in reading.attributions]
    assert len(ids) == len(set(ids))
    assert all(one.attribution in ids for one in reading.quotations if one.attribution)
    assert all(one.embedded_in in ids for one in reading.attributions if one.embedded_in)
    assert written(PAGE, reading)


@given(st.sampled_from(IDS), st.integers(0, len(PAGE.text)))
def test_a_statement_that_was_split_and_joined_again_is_as_it_was(id: str, at: int) -> None:
    try:
        split = after(Split(id=id, at=at))
    except CannotCorrect:
        return
    assert len(split.outer) == len(after().outer) + 1
    assert after(*split.deeds, Join(one=id, other="P01")).statements == after().statements


def test_what_nobody_touched_is_as_the_machine_has_it() -> None:
    reading = corrected(after())
    assert reading.quotations[0].form == DRAFT.quotations[0].form
    assert [one.content for one in reading.attributions] == [
        one.content for one in DRAFT.attributions
    ]
    assert {after().status(id) for id in IDS} == {"open"}


def test_yes_and_no_and_yes_again() -> None:
    id = said("ferry").id
    assert after(Keep(id=id)).status(id) == "kept"
    removed = after(Keep(id=id), Drop(id=id))
    assert removed.status(id) == "removed"
    assert id not in [one.id for one in corrected(removed).attributions]
    assert after(Drop(id=id), Keep(id=id)).status(id) == "kept"


def test_the_speaker_of_a_quotation_follows_the_corrected_source() -> None:
    """A company accused by an unnamed worker must not be printed as who spoke his words."""
    wrong, worker = said("key was sold"), place("a worker", 3)
    company = after(Mark(id=wrong.id, places={"source": (place("Northern Line", 3),)}))
    quoted = next(q for q in corrected(company).quotations if "sold" in PAGE[q.span])
    assert quoted.speaker == "Northern Line"
    mended = after(*company.deeds, Mark(id=wrong.id, places={"source": (worker,)}))
    quoted = next(q for q in corrected(mended).quotations if "sold" in PAGE[q.span])
    assert (quoted.speaker, quoted.attribution) == ("a worker", wrong.id)
    assert statement(mended, wrong.id).origin == Link(
        name="a worker", type="unnamed person", spans=(worker,)
    )


def test_a_removed_statement_leaves_its_quotation_to_nobody() -> None:
    lost = said("We lost")
    quoted = corrected(after(Drop(id=lost.id))).quotations[0]
    assert (quoted.speaker, quoted.form, quoted.attribution) == (None, "orphan", None)


def test_a_source_given_to_an_orphan_speaks_it() -> None:
    orphan = said("Nobody asked")
    assert orphan.form == "orphan"
    work = after(Mark(id=orphan.id, places={"source": (place("a worker", 3),)}))
    quoted = corrected(work).quotations[-1]
    assert (statement(work, orphan.id).form, quoted.form, quoted.speaker) == (
        "direct",
        "direct",
        "a worker",
    )


def test_a_source_with_other_edges_names_the_same_hand_anew() -> None:
    passed_on = after(
        Trace(
            id=said("it was late").id,
            origin=Hand(name="Rosa Delgado", type="named official"),
            conduits=(Hand(name="the council", type="institution"),),
        )
    )
    id = said("it was late").id
    wider = after(*passed_on.deeds, Mark(id=id, places={"source": (place("She", 2),)}))
    assert [one.name for one in statement(wider, id).conduits] == ["the council"]
    none = after(*passed_on.deeds, Mark(id=id, places={"source": ()}))
    assert (statement(none, id).origin, statement(none, id).conduits) == (None, ())


def test_one_person_under_several_names_is_one_everywhere() -> None:
    assert corrected(after()).quotations[0].speaker == "Rosa Delgado"  # whom it calls Delgado
    apart = after(Part(name="Rosa Delgado", words="Delgado"))
    assert corrected(apart).quotations[0].speaker == "Delgado"
    again = after(*apart.deeds, Merge(other="Delgado", one="Northern Line"))
    assert corrected(again).quotations[0].speaker == "Northern Line"
    assert statement(again, said("We lost").id).origin is not None
    with pytest.raises(CannotCorrect, match="are not two sources of this page"):
        after(Merge(other="Delgado", one="Rosa Delgado"))
    with pytest.raises(CannotCorrect, match="Zoe does not stand for Rosa Delgado"):
        after(Part(name="Rosa Delgado", words="Zoe"))


def test_what_could_be_read_otherwise_is_a_case_of_the_reading() -> None:
    reading = Defensible(answer="indirect", credit=0.5, reason="No marks (2).")
    id = said("ferry").id
    [case] = corrected(after(Otherwise(id=id, readings=(reading,)))).cases
    assert (case.about, case.readings) == (id, (reading,))
    assert corrected(after(Otherwise(id=id, readings=(reading,)), Drop(id=id))).cases == ()
    assert (
        corrected(after(Otherwise(id=id, readings=(reading,)), Otherwise(id=id, readings=()))).cases
        == ()
    )


def test_a_reaction_is_of_whose_words_they_are_and_goes_with_its_statement() -> None:
    page = Article(
        "page",
        "Rosa Delgado, the mayor, spoke first. Tom Abiola told the council that it rained.\n"
        "He accused the harbour board of delay.\n",
    )
    draft = read(page)
    [accused] = draft.reactions
    statement = next(one for one in draft.attributions if set(one.cue) <= set(accused.evidence))
    assert (accused.actor, accused.target) == ("Tom Abiola", "the harbour board")
    mayor = Trace(id=statement.id, origin=Hand(name="Rosa Delgado", type="named official"))
    [now] = corrected(replay(page, draft, [mayor])).reactions
    assert (now.actor, now.target) == ("Rosa Delgado", "the harbour board")
    assert corrected(replay(page, draft, [mayor, Drop(id=statement.id)])).reactions == ()


def test_a_reaction_is_changed_put_in_and_taken_away_by_its_statement() -> None:
    page = Article(
        "page",
        "Tom Abiola accused the board of delay. Rosa Delgado said the ferry was late.\n"
        "The company rejected the claim.\n",
    )
    draft = read(page)
    accused, said, rejected = (one.id for one in draft.attributions)
    work = replay(
        page,
        draft,
        [
            React(id=said, stance="criticise", target="the ferry"),
            React(id=accused, stance="urge", target="the board"),
            React(id=rejected, stance=None, target="not stated"),
        ],
    )
    told = [(one.actor, one.stance, one.target, one.on_record) for one in corrected(work).reactions]
    assert told == [
        ("Tom Abiola", "urge", "the board", "yes"),
        ("Rosa Delgado", "criticise", "the ferry", "yes"),
    ]
    for one in corrected(work).reactions:
        assert page.paragraph_of(one.evidence[0]) == 1
    assert [work.status(id) for id in (accused, said)] == ["open", "open"]
    work.do(Keep(id=said))
    assert work.status(said) == "changed"
    work.do(Drop(id=said))
    assert [one.stance for one in corrected(work).reactions] == ["urge"]
    assert len({one.id for one in corrected(work).reactions}) == 1


def test_an_added_statement_counts_as_added_and_a_guess_is_kept() -> None:
    work = after(Predict(wrong=2, most="source"), Add(content=place("the council", 2)))
    assert (work.made, work.status("P01")) == (["P01"], "added")
    assert work.predicted == Predict(wrong=2, most="source")
    assert statement(work, "P01").content == (place("the council", 2),)


def test_an_added_statement_has_the_source_and_the_cue_that_it_was_added_with() -> None:
    said, by, cue = place("the council", 2), place("Delgado", 2), place("told", 2)
    added = statement(after(Add(content=said, source=(by,), cue=(cue,))), "P01")
    assert (added.source, added.cue, added.verb_class) == ((by,), (cue,), "neutral")
    assert added.origin
    assert added.origin.type == "named official"


def test_in_the_file_two_that_are_one_are_called_by_what_they_are() -> None:
    done = (Join(one="A01", other="A02"), Merge(one="Rosa Delgado", other="Delgado"))
    assert msgspec.to_builtins(done) == (
        {"do": "join", "id": "A01", "other": "A02"},
        {"do": "merge", "into": "Rosa Delgado", "name": "Delgado"},
    )


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        (Keep(id="Z9"), "there is no statement Z9 in this draft"),
        (Split(id=IDS[0], at=0), "cannot be split at 0"),
        (Join(one=IDS[0], other=IDS[0]), "cannot be joined"),
        (Add(content=Span(0, len(PAGE.text))), "is no place inside one paragraph"),
        (Add(content=Span(9_000, 9_001)), "is no place inside one paragraph"),
        (Call(id=IDS[0], field="form", value="loud"), "Invalid enum value 'loud'"),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence(deed: AnyDeed, sentence: str) -> None:
    with pytest.raises(CannotCorrect, match=sentence):
        after(deed)
