"""What every exercise does: controls, saving that is acknowledged, feedback, access, themes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from blank_page import BlankPage

OPTIONS = [{"value": "a", "label": "<em>A</em> one"}, {"value": "b", "label": "B two"}]
RADIOS = {"part": "radios", "field": "choice", "label": "Choose one", "options": OPTIONS}
CHECKS = {"part": "checks", "field": "ticked", "label": "Choose all", "options": OPTIONS}
MATRIX = {
    "part": "matrix",
    "field": "rows",
    "label": "Choose for each row",
    "rows": [{"id": "r1", "label": "First"}, {"id": "r2", "label": "Second"}],
    "slots": [{"id": "s", "label": "Kind", "options": [{"value": "x", "label": "X"}]}],
}
NUMBER = {"part": "number", "field": "value", "label": "Your number", "unit": "words"}
SLIDER = {"part": "slider", "field": "sure", "label": "How sure?", "min": 0, "max": 100}
TEXT = {"part": "text", "field": "text", "label": "Your text", "limit": 3}
MARKS = {
    "part": "marks",
    "field": "marks",
    "label": "Mark the text",
    "text": "Bea said “no”.",
    "paragraphs": [[0, 14]],
    "numbers": [1],
    "labels": [{"value": "q", "name": "Quotation", "sign": "●"}],
}
CARDS = [{"id": "a", "label": "Axios"}, {"id": "b", "label": "Biden"}, {"id": "c", "label": "Cy"}]
ORDER = {"part": "cards", "mode": "order", "field": "order", "label": "Order", "cards": CARDS}
CHAIN = {"part": "cards", "mode": "chain", "field": "chain", "label": "Chain", "cards": CARDS}
LINES = {
    "part": "cards",
    "mode": "parsons",
    "field": "lines",
    "label": "Lines",
    "cards": CARDS,
    "deepest": 8,
}
SORT = {
    "part": "cards",
    "mode": "sort",
    "field": "sorted",
    "label": "Sort",
    "cards": CARDS,
    "classes": [{"id": "p", "label": "Person"}, {"id": "o", "label": "Outlet"}],
}
ALL = [RADIOS, CHECKS, MATRIX, NUMBER, SLIDER, TEXT, MARKS, ORDER, CHAIN, LINES, SORT]
FEEDBACK = {
    "headline": "1 of 2 right",
    "credit": 0.5,
    "parts": [
        {"verdict": "right", "label": "A", "text": "Yes.", "ref": "a", "look": [3]},
        {"verdict": "wrong", "label": "B", "text": "No.", "ref": "b", "look": []},
        {"verdict": "missing", "label": "", "text": "Look.", "ref": None, "look": []},
    ],
}
CHECK = [{"do": "check", "label": "Check", "disabled": False}]


def test_radios(blank: BlankPage) -> None:
    blank.show(RADIOS).get_by_label("B two").check()
    assert blank.answer() == {"choice": "b"}


def test_checks_come_in_the_order_of_the_options(blank: BlankPage) -> None:
    shown = blank.show(CHECKS)
    shown.get_by_label("B two").check()
    shown.get_by_label("A one").check()
    assert blank.answer() == {"ticked": ["a", "b"]}
    shown.get_by_label("A one").uncheck()
    assert blank.answer() == {"ticked": ["b"]}


def test_a_cell_that_is_emptied_leaves_the_answer(blank: BlankPage) -> None:
    shown = blank.show(MATRIX)
    menu = shown.get_by_role("combobox", name="Kind: Second")
    menu.select_option("X")
    assert blank.answer() == {"rows": {"r2": {"s": "x"}}}
    menu.select_option("choose…")
    assert blank.answer() == {"rows": {}}


@pytest.mark.parametrize(("typed", "value"), [("42", 42), ("4,2", 4.2), (" 7 ", 7), ("", None)])
def test_numbers(blank: BlankPage, typed: str, value: float | None) -> None:
    field = blank.show(NUMBER, answer={"value": 1}).get_by_label("Your number")
    field.fill(typed)
    assert blank.answer() == {"value": value}


def test_what_is_no_number_is_said_and_is_no_answer(blank: BlankPage) -> None:
    shown = blank.show(NUMBER)
    shown.get_by_label("Your number").fill("many")
    expect(shown.get_by_role("alert").filter(has_text="not a number")).to_be_visible()
    assert blank.answer().get("value") is None


def test_an_untouched_slider_is_no_answer(blank: BlankPage) -> None:
    shown = blank.show(SLIDER)
    expect(shown.get_by_role("slider")).to_have_attribute("aria-valuetext", "not set yet")
    assert blank.answer() == {}
    shown.get_by_role("slider").press("ArrowRight")
    assert blank.answer() == {"sure": 51}


def test_words_are_counted(blank: BlankPage) -> None:
    shown = blank.show(TEXT)
    shown.get_by_label("Your text").fill("one two three four")
    expect(shown).to_contain_text("4 words of at most 3: please shorten")
    assert blank.answer() == {"text": "one two three four"}


def test_cards_are_put_in_order_by_buttons(blank: BlankPage) -> None:
    shown = blank.show(ORDER)
    assert blank.answer() == {}
    shown.get_by_role("button", name="Move down: Axios").press("Enter")
    assert blank.answer() == {"order": ["b", "a", "c"]}
    expect(shown.get_by_role("button", name="Move down: Axios")).to_be_focused()


def test_a_chain_takes_what_is_put_in(blank: BlankPage) -> None:
    shown = blank.show(CHAIN)
    shown.get_by_role("button", name="Put in: Biden").click()
    shown.get_by_role("button", name="Put in: Axios").click()
    shown.get_by_role("button", name="Move up: Axios").click()
    assert blank.answer() == {"chain": ["a", "b"]}
    shown.get_by_role("button", name="Take out: Axios").click()
    assert blank.answer() == {"chain": ["b"]}


def test_lines_of_code_are_indented(blank: BlankPage) -> None:
    shown = blank.show(LINES)
    shown.get_by_role("button", name="Put in: Cy").click()
    shown.get_by_role("button", name="Indent more: Cy").click()
    assert blank.answer() == {"lines": [{"id": "c", "indent": 1}]}


def test_cards_are_sorted_into_classes(blank: BlankPage) -> None:
    shown = blank.show(SORT)
    shown.get_by_label("Class of Axios").select_option("Outlet")
    assert blank.answer() == {"sorted": {"a": "o"}}
    shown.get_by_label("Class of Axios").select_option("Still to sort")
    assert blank.answer() == {"sorted": {}}


def test_a_card_is_dragged_to_its_place(blank: BlankPage) -> None:
    shown = blank.show(ORDER)
    shown.locator("[data-id=c]").drag_to(shown.locator("[data-id=a]"))
    assert blank.answer() == {"order": ["c", "a", "b"]}


def test_a_button_is_sent_after_the_answer_is_saved(blank: BlankPage) -> None:
    shown = blank.show(RADIOS, actions=CHECK)
    shown.get_by_label("B two").check()
    shown.get_by_role("button", name="Check").click()
    blank.page.wait_for_function("window.model.sent.length")
    assert blank.page.evaluate("window.model.sent") == [{"do": "check"}]


def test_a_silent_kernel_is_said_and_the_answer_is_offered_back(blank: BlankPage) -> None:
    shown = blank.show(RADIOS)
    blank.page.evaluate("window.model.alive = false")
    shown.get_by_label("B two").check()
    alert = shown.get_by_role("alert").filter(has_text="Not saved")
    expect(alert).to_be_visible(timeout=5000)
    again = blank.show(RADIOS)
    expect(again.get_by_label("B two")).not_to_be_checked()
    year = again.page.evaluate("String(new Date().getFullYear())")
    expect(again.get_by_role("alert")).to_contain_text("kept in this browser, from ")
    expect(again.get_by_role("alert")).to_contain_text(year)
    again.get_by_role("button", name="Restore it").click()
    expect(again.get_by_label("B two")).to_be_checked()
    third = blank.show(RADIOS, answer=blank.answer())
    expect(third.get_by_role("button", name="Restore it")).to_be_hidden()


def test_what_the_disk_refuses_is_said_at_once_and_goes_when_it_is_mended(blank: BlankPage) -> None:
    shown = blank.show(RADIOS)
    blank.tell(alert="Your answers cannot be kept.")
    alert = shown.get_by_role("alert").filter(has_text="cannot be kept")
    expect(alert).to_be_visible()
    blank.tell(alert=None)
    expect(shown.get_by_role("alert")).to_have_count(0)


def test_feedback_stands_beside_what_it_is_about_and_is_announced(blank: BlankPage) -> None:
    shown = blank.show(RADIOS, actions=CHECK)
    blank.tell(feedback=FEEDBACK)
    expect(shown.locator(".at-option").nth(0)).to_contain_text("right")
    expect(shown.locator(".at-option").nth(1)).to_contain_text("not this")
    expect(shown.get_by_role("status")).to_have_text("1 of 2 right")
    expect(shown.locator(".at-feedback")).to_contain_text(re.compile("○ missing"))
    blank.tell(feedback=None)
    expect(shown.locator(".at-feedback")).to_be_empty()


def test_a_locked_exercise_takes_nothing(blank: BlankPage) -> None:
    shown = blank.show(RADIOS, MARKS, locked=True)
    expect(shown.get_by_label("B two")).to_be_disabled()
    shown.locator(".at-text-area").press("ArrowRight")
    shown.locator(".at-text-area").press("1")
    assert blank.answer() == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("part", ALL, ids=lambda part: part.get("mode", part["part"]))
def test_axe_finds_nothing(browser: Browser, part: dict[str, Any], theme: str) -> None:
    blank = BlankPage(browser, theme=theme)
    others = {"title": "Others", "of": 4, "bars": [{"label": "A", "count": 3, "words": "3 of 4"}]}
    mark = {"start": 0, "end": 3, "label": "q"}
    answer = {"marks": [mark]} if part is MARKS else {}
    blank.show(part, answer=answer, actions=CHECK)
    for told in ({}, {"feedback": FEEDBACK, "others": others, "reveal": "<p>So.</p>"}):
        blank.tell(**told)
        found = Axe().run(blank.page)
        assert found.violations_count == 0, found.generate_report()
    blank.page.close()


@pytest.mark.parametrize("part", ALL, ids=lambda part: part.get("mode", part["part"]))
def test_nothing_is_wider_than_a_phone(browser: Browser, part: dict[str, Any]) -> None:
    blank = BlankPage(browser, width=320)
    blank.show(part, actions=CHECK, feedback=FEEDBACK)
    assert blank.page.evaluate("document.documentElement.scrollWidth") <= 320
    blank.page.close()
