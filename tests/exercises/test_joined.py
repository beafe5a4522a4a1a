"""Answers that were given in two places become one entry, and none of them is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accordingto.exercises import Attempt, Entry
from accordingto.exercises.edits import offers
from accordingto.exercises.joined import joined

TIMES = [f"2026-01-02T03:04:0{second}+00:00" for second in range(4)]
WORDS = st.sampled_from("abc").map(lambda word: {"text": word})
EDITS = st.sampled_from(["", "w.1", "w.2", "v.1"])
ATTEMPTS = st.builds(
    Attempt,
    did=st.sampled_from(["check", "displaced"]),
    answer=WORDS,
    at=st.sampled_from(TIMES),
    edit=EDITS,
)
ENTRIES = st.builds(
    Entry,
    digest=st.just("d"),
    answer=WORDS,
    at=st.sampled_from(TIMES),
    edit=EDITS,
    attempts=st.lists(ATTEMPTS, max_size=3).map(tuple),
)


def answers(entry: Entry) -> set[str]:
    return {entry.answer["text"], *(one.answer["text"] for one in entry.attempts)}


@given(ENTRIES, ENTRIES)
def test_every_answer_of_both_is_there_and_the_later_counts(here: Entry, brought: Entry) -> None:
    found = joined(here, brought)
    assert answers(found) == answers(here) | answers(brought)
    assert found.at == max(here.at, brought.at)
    assert found.answer == (brought if brought.at > here.at else here).answer


@given(ENTRIES, ENTRIES)
def test_to_join_it_again_changes_nothing(here: Entry, brought: Entry) -> None:
    found = joined(here, brought)
    assert joined(found, brought) == found
    assert joined(None, brought) == brought
    assert joined(brought, brought) == brought


def test_an_answer_that_was_gone_on_from_is_a_try_and_no_offer() -> None:
    school = Entry(digest="d", answer={"text": "a"}, at=TIMES[0], edit="w.1")
    home = Entry(digest="d", answer={"text": "b"}, at=TIMES[1], edit="v.1")
    found = joined(school, home)
    assert [one.answer for one in found.attempts] == [{"text": "a"}]
    assert offers(found) == []
