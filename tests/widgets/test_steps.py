"""Undo, redo and clear: the same for every kind, by buttons and by keys."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from blank_page import BlankPage
from hands import Hand, Keys, Mouse
from marking import MARKS, mark, press

OPTIONS = [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]
CHOOSE: dict[str, Any] = {
    "part": "radios",
    "field": "choice",
    "label": "Choose one",
    "options": OPTIONS,
}
TEXT = {"part": "text", "field": "text", "label": "Your text"}
NUMBER = {"part": "number", "field": "value", "label": "Your number", "unit": "words"}
SURE = {"part": "slider", "field": "sure", "label": "How sure?", "min": 0, "max": 100}
CARDS: dict[str, Any] = {
    "part": "cards",
    "field": "order",
    "label": "Cards",
    "cards": [{"id": "a", "label": "Axios"}, {"id": "b", "label": "Biden"}],
    "mode": "order",
}
CHECKS = CHOOSE | {"part": "checks"}
CHAIN, LINES = CARDS | {"mode": "chain"}, CARDS | {"mode": "parsons", "deepest": 8}
CLASSES = [{"id": "p", "label": "Person"}, {"id": "o", "label": "Outlet"}]
SORT = CARDS | {"mode": "sort", "classes": CLASSES}
MATRIX = {
    "part": "matrix",
    "field": "rows",
    "label": "Choose for each row",
    "rows": [{"id": "r", "label": "Row"}],
    "slots": [{"id": "s", "label": "Slot", "options": OPTIONS}],
}
TUNER = {
    "part": "tuner",
    "field": "cues",
    "label": "Cues",
    "words": ["said", "told"],
    "longest": 60,
    "most": 3,
}
WORDING = {"part": "wording", "field": "wording", "texts": {"w": "<p>So it was.</p>"}}


def step(shown: Locator, name: str) -> Locator:
    return shown.get_by_role("button", name=name, exact=True)


def change(shown: Locator, part: dict[str, Any]) -> Any:
    """One edit of a part by hand; what the answer then holds in its field."""
    if part is CHOOSE:
        shown.get_by_label("B", exact=True).check()
        return "b"
    if part is MATRIX:
        shown.get_by_role("radio", name="B", exact=True).check()
        return {"r": {"s": "b"}}
    if part is CARDS:
        shown.get_by_role("button", name="Move down: Axios").click()
        return ["b", "a"]
    if part is CHECKS:
        shown.get_by_label("B", exact=True).check()
        return ["b"]
    if part in (CHAIN, LINES):
        shown.get_by_role("button", name="Put in: Axios").click()
        return ["a"] if part is CHAIN else [{"id": "a", "indent": 0}]
    if part is SORT:
        shown.get_by_label("Class of Axios", exact=True).select_option(label="Outlet")
        return {"a": "o"}
    if part is TUNER:
        shown.get_by_label("told").check()
        return ["told"]
    if part is SURE:
        shown.get_by_label("How sure?").press("Home")
        return 0
    shown.get_by_label(part["label"]).fill("42")
    return 42 if part is NUMBER else "42"


PARTS = [CHOOSE, CHECKS, TEXT, NUMBER, SURE, CARDS, CHAIN, LINES, SORT, MATRIX, TUNER]


@pytest.mark.parametrize("way", [Mouse, Keys])
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.get("mode", part["part"]))
def test_a_change_is_undone_done_again_and_cleared(
    blank: BlankPage, part: dict[str, Any], way: type[Hand]
) -> None:
    field, hand = part["field"], way(blank.page)
    shown = blank.show(part)
    for name in ("Undo", "Redo", "Clear my answer"):
        expect(step(shown, name)).to_be_disabled()
    value = change(shown, part)
    assert blank.answer() == {field: value}
    hand.press(step(shown, "Undo"))
    assert blank.answer().get(field) is None
    hand.press(step(shown, "Redo"))
    assert blank.answer() == {field: value}
    hand.press(step(shown, "Clear my answer"))
    assert blank.answer() == {field: None}
    expect(shown.get_by_role("status")).to_have_text("Your answer is cleared. Undo brings it back.")
    hand.press(step(shown, "Undo"))
    assert blank.answer() == {field: value}


@pytest.mark.parametrize("way", [Mouse, Keys])
def test_marks_are_undone_done_again_and_cleared(blank: BlankPage, way: type[Hand]) -> None:
    hand, shown = way(blank.page), blank.show(MARKS)
    press(shown.locator(".at-text-area"), "ArrowRight 1")
    marked = {"marks": [mark("𝓑en")]}
    assert blank.answer() == marked
    hand.press(step(shown, "Undo"))
    assert not blank.answer().get("marks")
    hand.press(step(shown, "Redo"))
    assert blank.answer() == marked
    hand.press(step(shown, "Clear my answer"))
    assert blank.answer() == {"marks": None}
    hand.press(step(shown, "Undo"))
    assert blank.answer() == marked


def test_keys_do_the_same_outside_of_a_text(blank: BlankPage) -> None:
    shown = blank.show(CHOOSE, TEXT)
    option = shown.get_by_label("B", exact=True)
    option.check()
    option.press("Control+z")
    assert blank.answer() == {}
    option.press("Control+Shift+z")
    assert blank.answer() == {"choice": "b"}
    option.press("Control+z")
    option.press("Control+y")
    assert blank.answer() == {"choice": "b"}
    option.press("Control+y")
    expect(shown.get_by_role("status")).to_have_text("Nothing to redo.")
    shown.get_by_label("Your text").press("Control+z")  # undoes letters, and no choice
    assert blank.answer() == {"choice": "b"}


def test_letters_typed_on_end_are_one_step(blank: BlankPage) -> None:
    shown = blank.show(CHOOSE, TEXT)
    shown.get_by_label("A", exact=True).check()
    shown.get_by_label("Your text").press_sequentially("So it was")
    step(shown, "Undo").click()
    assert blank.answer() == {"choice": "a"}
    step(shown, "Redo").click()
    assert blank.answer() == {"choice": "a", "text": "So it was"}


def test_steps_go_over_all_the_parts_of_an_answer_in_turn(blank: BlankPage) -> None:
    shown = blank.show(CHOOSE, SURE)
    shown.get_by_label("A", exact=True).check()
    shown.get_by_label("How sure?").press("End")
    shown.get_by_label("B", exact=True).check()
    step(shown, "Undo").click()
    assert blank.answer() == {"choice": "a", "sure": 100}
    step(shown, "Undo").click()
    assert blank.answer() == {"choice": "a"}


def test_what_came_from_elsewhere_is_not_undone(blank: BlankPage) -> None:
    shown = blank.show(CHOOSE)
    shown.get_by_label("A", exact=True).check()
    blank.page.evaluate("window.model.receive({answer: {choice: 'b'}, version: 'theirs'})")
    expect(step(shown, "Undo")).to_be_disabled()


def test_a_wording_that_was_drawn_stays_and_a_note_has_nothing_to_clear(blank: BlankPage) -> None:
    shown = blank.show(WORDING, SURE, answer={"wording": "w", "sure": 3})
    step(shown, "Clear my answer").click()
    assert blank.answer() == {"wording": "w", "sure": None}
    shown = blank.show({"part": "note", "field": "note", "html": "Write above."})
    expect(step(shown, "Clear my answer")).to_have_count(0)


def test_a_button_that_has_nothing_more_to_do_keeps_the_focus(blank: BlankPage) -> None:
    shown = blank.show(CHOOSE)
    shown.get_by_label("A", exact=True).check()
    undo = step(shown, "Undo")
    undo.focus()
    undo.press("Enter")
    expect(undo).to_be_focused()
    expect(undo).to_have_attribute("aria-disabled", "true")
    undo.press("Enter")
    expect(shown.get_by_role("status")).to_have_text("Nothing to undo.")
