"""What holds of every made lesson, whatever the page."""

from __future__ import annotations

import pytest

from accordingto.authoring.basis import Basis
from accordingto.authoring.makers import makers
from made_lessons import (
    INVENTED,
    SEEDS,
    assembled,
    astray,
    exercises,
    failures,
    invented,
    of_the_kit,
)


@pytest.mark.parametrize("name", SEEDS)
def test_on_a_page_of_the_kit_keys_earn_all_and_reasons_stand_where_they_say(name: str) -> None:
    assert failures(of_the_kit(name)) == []


@pytest.mark.parametrize("name", INVENTED)
def test_on_an_invented_page_too_and_it_bears_ten_exercises_of_six_kinds(name: str) -> None:
    basis = invented(name)
    assert failures(basis) == []
    made = list(exercises(basis))
    assert len(made) >= 10
    assert len({one["kind"] for one in made}) >= 6


def test_on_drafts_of_a_hundred_pages_put_together_of_paragraphs() -> None:
    found = {number: failures(assembled(number)) for number in range(100)}
    assert {number: here for number, here in found.items() if here} == {}


def test_such_pages_bear_every_kind_but_what_needs_a_correction() -> None:
    made = {one["title"] for number in range(40) for one in exercises(assembled(number))}
    titles = {one.said.title.partition("{")[0] for one in makers()}
    missing = {title for title in titles if not any(one.startswith(title) for one in made)}
    assert missing == {"How often was the machine right?", "What became of the machine’s findings?"}


def test_the_law_sees_a_reason_whose_words_stand_elsewhere() -> None:
    basis = of_the_kit("smokehouse-tribunal")
    wrong = {"title": "t", "options": [{"why": "“redo the labels” says so.", "look": [7]}]}
    right = {"title": "t", "options": [{"why": "“redo the labels” says so.", "look": [6]}]}
    assert astray(basis, wrong) == ["t: “redo the labels” says so."]
    assert astray(basis, right) == []
    assert astray(basis, {"title": "t", "why": "“redo the labels” names no paragraph."}) != []


def test_every_reason_about_one_place_names_its_paragraph_and_quotes_it() -> None:
    """Reasons of a wrong class speak of the class; those of a card, a row or an option quote."""
    basis: Basis = invented("dam-at-orrin")
    for one in exercises(basis):
        for item in [*one.get("rows", ()), *one.get("cards", ())]:
            assert item["look"], item
            assert "“" in item["why"], item


def test_where_the_reading_says_that_readers_part_the_reason_says_so_too() -> None:
    basis = of_the_kit("smokehouse-tribunal")
    whys = {one["id"]: one["why"] for made in exercises(basis) for one in made.get("rows", ())}
    assert whys["A04"].endswith(
        " Careful readers part here. Whose words are these, the barrister’s or his client’s? "
        "One can defend *the barrister’s, who speaks for her*; *hers, passed on by him*."
    )
    assert "Careful readers part here." not in whys["A02"]
