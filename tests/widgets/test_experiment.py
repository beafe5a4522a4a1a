"""An experiment: rated by the keyboard, each sentence apart, and locked once the means are told."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from accordingto.exercises import Sheet
from accordingto.widgets.state import shape
from blank_page import BlankPage, Blanks

SHEET = Sheet.of("05-the-verb-is-a-frame")
ASKED: Any = SHEET["5.1"]
[PART] = shape(ASKED, SHEET.material(ASKED), "s")["parts"]
VERBS = ["said", "warned", "made clear"]
DRAWN = {row["id"]: {"verb": VERBS[at % 3], "rating": None} for at, row in enumerate(PART["rows"])}


def test_each_sentence_has_the_verb_that_was_drawn_and_its_own_scale(blank: BlankPage) -> None:
    live = blank.show(PART, answer={"rated": DRAWN})
    expect(live.locator(".at-wording")).to_have_count(12)
    expect(live.locator(".at-wording").nth(1)).to_have_text(
        "The coach warned that two players would leave."
    )
    scale = live.get_by_label("Your rating of sentence 2", exact=True)
    scale.focus()
    scale.press("ArrowRight")
    scale.press("ArrowRight")
    rated = blank.answer()["rated"]
    assert rated["team"] == {"verb": "warned", "rating": 6}
    assert [name for name, one in rated.items() if one["rating"] is not None] == ["team"]


def test_ratings_that_were_kept_can_be_moved_no_more(blank: BlankPage) -> None:
    kept = {name: {**one, "rating": 3} for name, one in DRAWN.items()}
    live = blank.show(PART, answer={"rated": kept}, locked=True)
    scales = live.get_by_role("slider")
    expect(scales).to_have_count(12)
    assert all(scales.nth(at).is_disabled() for at in range(12))
    blank.tell(locked=False)
    expect(scales.first).to_be_enabled()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_accessible_and_no_wider_than_a_phone(blanks: Blanks, theme: str) -> None:
    blank = blanks(theme, 320)
    blank.show(PART, answer={"rated": DRAWN})
    found = Axe().run(blank.page)
    assert found.violations_count == 0, found.generate_report()
    assert blank.page.evaluate("document.documentElement.scrollWidth") <= 320
