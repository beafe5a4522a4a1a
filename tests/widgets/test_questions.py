"""From anywhere in a notebook a key leads to the next question that is not answered."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from blank_page import BlankPage

RADIOS: dict[str, Any] = {
    "part": "radios",
    "field": "choice",
    "label": "Choose one",
    "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}],
}


def two(blank: BlankPage, **state: Any) -> list[Locator]:
    blank.show(RADIOS, views=2, **state)
    return blank.page.locator(".at-live").all()


def test_it_leads_to_the_first_control_and_from_there_to_the_next_and_around(
    blank: BlankPage,
) -> None:
    first, second = two(blank)
    for here in (first, second, first):
        blank.page.keyboard.press("Alt+q")
        expect(here.get_by_role("radio").first).to_be_focused()
    assert "q" not in blank.page.evaluate("pageKeys")  # no host hears of it


def test_what_was_chosen_already_has_the_keys(blank: BlankPage) -> None:
    blank.show(RADIOS, answer={"choice": "b"})
    blank.page.keyboard.press("Alt+q")
    expect(blank.page.get_by_label("B")).to_be_focused()


def test_where_all_are_answered_it_stays_the_hosts(blank: BlankPage) -> None:
    two(blank, tries=1)
    blank.page.keyboard.press("Alt+q")
    assert blank.page.evaluate("document.activeElement === document.body")
    assert blank.page.evaluate("pageKeys") == ["Alt", "q"]
