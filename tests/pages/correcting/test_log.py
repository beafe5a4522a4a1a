"""The log of corrections: only what somebody has looked at is in it."""

from __future__ import annotations

from collections import Counter

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from accordingto.instrument import read
from accordingto.pages.correcting import AnyDeed, log, replay
from accordingto.pages.correcting.deeds import Add, Drop, Keep, React
from accordingto.pages.correcting.log import log_elsewhere
from accordingto.pages.corrections import sentence
from accordingto.text import Article

PAGE = Article(
    "page",
    "Rosa Delgado, the mayor, said the ferry would stop on Monday.\n"
    "“We lost the key,” Ms Delgado told the council. She said it was late.\n"
    "Northern Line denied that, and a worker said “the key was sold to us.”\n",
)
DRAFT = read(PAGE)
IDS = [one.id for one in DRAFT.attributions if not one.embedded_in]
decisions = st.lists(
    st.builds(Keep, id=st.sampled_from(IDS)) | st.builds(Drop, id=st.sampled_from(IDS)), max_size=9
)


REACTING = Article(
    "page",
    "Rosa Delgado accused the company of delay.\n"
    "The company criticised Delgado. The union said nothing was wrong.\n",
)
REACTED = read(REACTING)
ACCUSED, CRITICISED, SAID = (one.id for one in REACTED.attributions)


@given(st.lists(st.sampled_from([Keep, Drop]), min_size=3, max_size=3), st.integers(0, 3))
def test_a_reaction_is_looked_at_with_its_statement(done: list[type], looked_at: int) -> None:
    ids = (ACCUSED, CRITICISED, SAID)
    deeds = [deed(id=id) for deed, id in zip(done, ids, strict=True)][:looked_at]
    found = log(replay(REACTING, REACTED, deeds))
    kept = [f"R{one.id[1:]}" for one in deeds if isinstance(one, Keep) and one.id != SAID]
    assert [one.ids for one in found if one.form == "reaction"] == [(id, id) for id in kept]


def test_a_reaction_that_was_changed_put_in_or_taken_away_is_in_the_log() -> None:
    ways: list[tuple[React, str]] = [
        (React(id=ACCUSED, stance="urge", target="the company"), "changed"),
        (React(id=ACCUSED, stance=None, target="the company"), "removed"),
        (React(id=ACCUSED, stance="accuse", target="the company"), "kept"),
        (React(id=SAID, stance="praise", target="the company"), "added"),
    ]
    for deed, what in ways:
        seen = replay(REACTING, REACTED, [deed, Keep(id=deed.id)])
        assert [one.what for one in log(seen) if one.form == "reaction"] == [what]
        assert log(replay(REACTING, REACTED, [deed])) == ()


@given(decisions)
def test_what_nobody_looked_at_is_never_counted_as_kept(done: list[AnyDeed]) -> None:
    work = replay(PAGE, DRAFT, done)
    last = {deed.id: type(deed) for deed in done if isinstance(deed, Keep | Drop)}
    counts = Counter(one.what for one in log(work))
    assert counts["kept"] == sum(kind is Keep for kind in last.values())
    assert counts["removed"] == sum(kind is Drop for kind in last.values())
    assert len(work.unseen) == len(IDS) - len(last)


def test_the_log_of_a_queue_that_is_not_through_speaks_of_what_was_seen() -> None:
    where = PAGE.find("the council", 2)
    work = replay(PAGE, DRAFT, [Keep(id=IDS[0]), Drop(id=IDS[1]), Add(content=where)])
    assert sentence(log(work)).startswith("The machine was right about 1 of 2 statements; ")
    assert [one.ids for one in log(work)] == [(IDS[0], IDS[0]), (IDS[1], ""), ("", "P01")]


def test_of_a_reading_made_elsewhere_a_surname_is_no_error() -> None:
    full = msgspec.structs.replace(
        DRAFT,
        reader="expert",
        attributions=tuple(
            msgspec.structs.replace(
                one, origin=msgspec.structs.replace(one.origin, name="Rosa Delgado")
            )
            if one.origin and "Delgado" in one.origin.name
            else one
            for one in DRAFT.attributions
        ),
    )
    short = msgspec.structs.replace(
        DRAFT,
        attributions=tuple(
            msgspec.structs.replace(
                one, origin=msgspec.structs.replace(one.origin, name="Ms Delgado")
            )
            if one.id == IDS[1] and one.origin
            else one
            for one in DRAFT.attributions
        ),
    )
    assert {one.what for one in log_elsewhere(PAGE, short, full)} == {"kept"}
