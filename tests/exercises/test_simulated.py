"""Nobody reads a key off readers who do not exist."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
import pytest

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.simulated import simulated_class
from accordingto.yamlfile import ContentError

SHEETS = [Sheet.of(lesson) for lesson in (*Content.kit().lessons(), "gallery")]
CHOOSING: list[tuple[Sheet, Any]] = [
    (sheet, one) for sheet in SHEETS for one in sheet if isinstance(one, Choosing)
]
VOTES = [(sheet, one) for sheet, one in CHOOSING if one.vote]


def test_on_the_places_of_the_sheets_the_most_chosen_is_now_and_then_not_the_key() -> None:
    lost = places = 0
    for sheet, question in CHOOSING:
        if question.kind != "matrix":
            continue
        material = sheet.material(question)
        readers = simulated_class(question, material)
        for row in question.rows:
            for slot, key in question.key(material).rows[row.id].items():
                most = Counter(one.rows[row.id][slot] for one in readers).most_common(1)[0][0]
                places, lost = places + 1, lost + (most != key)
    assert 0.05 < lost / places < 0.35


@pytest.mark.parametrize(("sheet", "question"), VOTES, ids=[one.id for _, one in VOTES])
def test_every_vote_has_two_arguments_for_two_answers(sheet: Sheet, question: Any) -> None:
    first, second = question.arguments
    assert first.choice != second.choice
    if question.kind == "choose one":
        credits = {option.text: option.credit for option in question.options}
        assert {first.choice, second.choice} <= credits.keys()
        assert 1 in (credits[first.choice], credits[second.choice])
    whys = {option.why for option in getattr(question, "options", ())}
    assert not whys & {first.why, second.why}


def test_the_keys_argument_is_not_always_at_the_same_place() -> None:
    first = [
        next(option.credit for option in one.options if option.text == one.arguments[0].choice)
        for _, one in VOTES
        if one.kind == "choose one"
    ]
    assert 1 in first
    assert min(first) < 1


def test_the_votes_are_those_of_the_lessons() -> None:
    assert [one.id for _, one in VOTES] == ["2.7", "3.2", "5.5", "7.2", "g.10"]


def test_one_argument_alone_would_be_the_key_and_is_refused(tmp_path: Any) -> None:
    sheet, question = VOTES[0]
    alone = msgspec.structs.replace(question, arguments=question.arguments[:1])
    with pytest.raises(ContentError, match="expected two `arguments`, for two different answers"):
        _read_again(tmp_path, sheet, alone)


def test_arguments_without_a_vote_are_refused(tmp_path: Any) -> None:
    sheet, question = VOTES[0]
    with pytest.raises(ContentError, match="shown after a vote: expected `vote: true`"):
        _read_again(tmp_path, sheet, msgspec.structs.replace(question, vote=False))


def _read_again(folder: Any, sheet: Sheet, question: Any) -> None:
    path = folder / f"{sheet.lesson}.yaml"
    head = {"lesson": sheet.lesson, "article": sheet.article, "objectives": sheet.objectives}
    path.write_bytes(msgspec.yaml.encode({**head, "exercises": [msgspec.to_builtins(question)]}))
    Sheet.read(path)
