"""Who reacts to whom: actor, stance and target, in sentences made for it."""

from __future__ import annotations

import pytest

from accordingto import seed
from accordingto.instrument import read
from accordingto.text import Article


def reactions(text: str) -> list[tuple[str, str, str, str]]:
    found = read(Article("invented", text)).reactions
    return [(one.actor, one.stance, one.target, one.on_record) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee accused Bo Ash of delay.", [("Ann Lee", "accuse", "Bo Ash", "yes")]),
        ("Bo Ash accused Ann Lee of delay.", [("Bo Ash", "accuse", "Ann Lee", "yes")]),
        ("Critics praised the new plan.", [("Critics", "praise", "the new plan", "unclear")]),
        ("Lee warned it would be late.", [("Lee", "warn", "not stated", "yes")]),
        ("Lee reportedly urged Ash to wait.", [("Lee", "urge", "Ash", "no")]),
        ("Lee urged the mayor of Leeds to go.", [("Lee", "urge", "the mayor of Leeds", "yes")]),
        ("Lee urged that the crew go.", [("Lee", "urge", "not stated", "yes")]),
        ("Lee rejected the claim that it was late.", [("Lee", "oppose", "the claim", "yes")]),
        ("Lee accused him of delay.", [("Lee", "accuse", "him", "yes")]),
        ("Lee can't praise the plan.", []),
        ("Lee couldn’t praise the plan.", []),
        ("Asked by Kim whether it was late, Lee smiled.", []),
        ("Lee said that it was late.", []),
    ],
)
def test_who_reacts_to_whom(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert reactions(text) == expected


def test_one_cue_that_reports_in_two_parts_is_one_reaction() -> None:
    machine = read(seed("white-house-israel-iran")[0])
    assert [(one.actor, one.target) for one in machine.reactions if one.stance == "accuse"] == [
        ("Marco Rubio", "Biden")
    ]
    machine = read(seed("harbour-ferry")[0])
    assert [(one.actor, one.target) for one in machine.reactions if one.stance == "accuse"] == [
        ("Nell Harrow", "Vasko"),
        ("Joris Brandt", "Harrow"),
    ]
