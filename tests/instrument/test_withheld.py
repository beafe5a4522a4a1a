"""Withheld sources, and hands that stay two: in invented sentences, each for its kind."""

from __future__ import annotations

import pytest

from accordingto.instrument import read
from accordingto.readings import Attribution
from accordingto.text import Article


def statements(text: str) -> tuple[Attribution, ...]:
    return read(Article("invented", text)).attributions


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (
            "“It was late,” said one deckhand, who asked not to be named.",
            "who asked not to be named",
        ),
        (
            "The ferry is late, an official said on condition of anonymity.",
            "on condition of anonymity",
        ),
        (
            "A manager, speaking on condition of anonymity, said the boat was old.",
            "on condition of anonymity",
        ),
        (
            "“It is old,” said a cook, who declined to be identified.",
            "who declined to be identified",
        ),
        (
            "A member, who did not want to be named, told the paper that it was late.",
            "who did not want to be named",
        ),
        (
            "“It is old,” said a cook, who does not wish to be identified.",
            "who does not wish to be identified",
        ),
        ("The deal was done, according to a clerk who requested anonymity.", "requested anonymity"),
        (
            "One worker, who, like others interviewed, asked not to be named, said it was late.",
            "asked not to be named",
        ),
        (
            "The clerk, who like many here spoke only on condition of anonymity, said it was late.",
            "on condition of anonymity",
        ),
        (
            "A nurse, who so requested that she remain anonymous, said it was late.",
            "requested that she remain anonymous",
        ),
        (
            "A pilot who was not authorised to speak publicly said the fog was thick.",
            "not authorised to speak publicly",
        ),
    ],
)
def test_a_name_that_is_kept_back_is_noted_and_states_nothing(text: str, sign: str) -> None:
    (one,) = statements(text)
    assert one.note == f"The name is withheld: “{sign}”."
    assert one.origin
    assert one.origin.type == "unnamed person"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said the boat was late, and a clerk who asked not to be named said it was old.",
        "Ann Lee said that a clerk had asked not to be named.",
    ],
)
def test_only_the_one_whose_name_it_is(text: str) -> None:
    assert statements(text)[0].note == ""


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        (
            "The valve was old, according to emails seen by Reuters and two people familiar with "
            "the matter.",
            [("emails seen by Reuters", "document"), ("two people", "unnamed group")],
        ),
        (
            "The mine flooded twice, according to court filings and a former engineer.",
            [("court filings", "document"), ("a former engineer", "unnamed person")],
        ),
        (
            "The mine flooded twice, according to two nurses and a report by the regulator.",
            [("two nurses", "unnamed group"), ("a report by the regulator", "document")],
        ),
        (
            "The fare will rise, according to a memo and three drivers.",
            [("a memo", "document"), ("three drivers", "unnamed group")],
        ),
        (
            "The bridge is closed, according to a letter and residents.",
            [("a letter", "document"), ("residents", "unnamed group")],
        ),
        (
            "According to a leaked memo and three engineers, the minister said the valve was old.",
            [
                ("the minister", "named official"),
                ("a leaked memo", "document"),
                ("three engineers", "unnamed group"),
            ],
        ),
    ],
)
def test_papers_and_the_people_beside_them_stay_two(
    text: str, hands: list[tuple[str, str]]
) -> None:
    one = statements(text)[0]
    assert [(hand.name, hand.type) for hand in (one.origin, *one.conduits) if hand] == hands
