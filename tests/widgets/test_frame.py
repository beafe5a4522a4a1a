"""What stands around the controls: buttons, focus, keys, and what others said."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from accordingto.exercises.outcome import Part
from accordingto.widgets.state import told
from blank_page import BlankPage, Blanks

NUMBER = {"part": "number", "field": "value", "label": "Your number", "unit": "words"}
TUNER: dict[str, Any] = {
    "part": "tuner",
    "field": "cues",
    "label": "Cues",
    "words": ["said", "told"],
    "longest": 60,
    "most": 3,
}
PREDICT = [{"do": "predict", "label": "Lock my prediction"}]
CHECK = [{"do": "check", "label": "Check"}]
TOLD: dict[str, Any] = {"headline": "Not yet", "credit": 0, "parts": []}


def test_a_button_that_stays_keeps_its_focus(blank: BlankPage) -> None:
    check = blank.show(NUMBER, actions=CHECK).get_by_role("button", name="Check")
    check.focus()
    blank.tell(feedback=TOLD, tries=1)
    expect(check).to_be_focused()
    show = {"do": "show", "label": "Show the expert’s answer"}
    blank.tell(actions=[*CHECK, show], tries=2)
    expect(check).to_be_focused()


def test_a_button_that_goes_leads_to_what_it_brought(blank: BlankPage) -> None:
    shown = blank.show(NUMBER, actions=PREDICT)
    shown.get_by_role("button", name="Lock my prediction").focus()
    blank.tell(actions=[CHECK[0] | {"disabled": True}], reveal="<p>You predicted: 4.</p>")
    expect(shown.locator(".at-reveal")).to_be_focused()
    expect(shown.get_by_role("button", name="Check")).to_be_disabled()


def test_feedback_that_stood_from_the_start_is_not_announced(blank: BlankPage) -> None:
    shown = blank.show(NUMBER, feedback=TOLD)
    expect(shown.get_by_role("status")).to_be_empty()
    blank.tell(feedback=TOLD | {"headline": "Right"})
    expect(shown.get_by_role("status")).to_have_text("Right")


def test_a_paragraph_that_is_not_here_is_named_in_words(blank: BlankPage) -> None:
    part = Part(verdict="missing", text="Look.", look=(7, 9))
    shown = blank.show(NUMBER, feedback=TOLD | {"parts": [told(part)]})
    assert shown.locator(".at-look").all_text_contents() == ["→ paragraph 7", "→ paragraph 9"]
    expect(shown.locator("button.at-look")).to_have_count(0)


def test_a_verdict_stands_by_the_words_and_the_whole_row_can_be_pressed(blank: BlankPage) -> None:
    options = [{"value": "a", "label": "Axios"}, {"value": "b", "label": "Biden"}]
    part = {"part": "radios", "field": "choice", "label": "Choose", "options": options}
    verdict = Part(ref="a", verdict="wrong", text="No.")
    shown = blank.show(part, feedback=TOLD | {"parts": [told(verdict)]})
    words, beside, row = (
        shown.locator(place).first.bounding_box()
        for place in (".at-option label", ".at-option .at-beside", ".at-option")
    )
    assert words
    assert beside
    assert row
    assert 0 <= beside["x"] - (words["x"] + words["width"]) < 30
    blank.page.mouse.click(row["x"] + row["width"] - 5, row["y"] + row["height"] / 2)
    assert blank.answer() == {"choice": "a"}


def test_each_cell_of_a_table_has_its_own_verdict(blank: BlankPage) -> None:
    options = [{"value": "x", "label": "X"}]
    slots = [{"id": one, "label": one.upper(), "options": options} for one in ("origin", "conduit")]
    rows = [{"id": "r1", "label": "First"}]
    part = {"part": "matrix", "field": "rows", "label": "Choose", "rows": rows, "slots": slots}
    right = told(Part(ref="r1/origin", verdict="right", text="So."))
    wrong = told(Part(ref="r1/conduit", verdict="wrong", text="So."))
    shown = blank.show(part, feedback=TOLD | {"parts": [right, wrong]})
    cells = shown.locator("td[data-slot] .at-beside").all_text_contents()
    assert cells == ["✓ right", "✗ not this"]
    blank.tell(feedback=TOLD | {"parts": [right | {"ref": "r1"}]})
    cells = shown.locator("td[data-slot] .at-beside").all_text_contents()
    assert cells == ["✓ right", "✓ right"]


def test_the_places_of_a_board_stay_where_they_are_while_one_sorts(blank: BlankPage) -> None:
    names = ["Neutral", "Says what was done by speaking", "Says that nothing was said"]
    classes = [{"id": str(at), "label": name} for at, name in enumerate(names)]
    card = {"id": "a", "label": "has warned"}
    part = {"part": "cards", "mode": "sort", "field": "sorted", "label": "Sort", "cards": [card]}
    shown = blank.show(part | {"classes": classes})
    tops = "(all) => all.map((one) => one.getBoundingClientRect().top)"
    before = shown.locator(".at-place").evaluate_all(tops)
    partly = told(Part(ref="a", verdict="partly", text="So."))
    blank.tell(feedback=TOLD | {"parts": [partly]})
    shown.get_by_label("Class of has warned").select_option(names[1])
    assert shown.locator(".at-place").evaluate_all(tops) == before
    place, menu = (shown.locator(one).bounding_box() for one in (".at-place:has(select)", "select"))
    assert place
    assert menu
    assert menu["x"] + menu["width"] < place["x"] + place["width"]


@pytest.mark.parametrize(
    "keys", ["d d", "m", "a", "Enter", "ArrowDown", "Control+c", "Control+z", "Control+End"]
)
def test_no_key_reaches_the_page(blank: BlankPage, keys: str) -> None:
    shown = blank.show(NUMBER, TUNER, actions=CHECK)
    for control in (
        shown.get_by_label("Your number"),
        shown.get_by_role("checkbox").first,
        shown.get_by_role("button", name="Check"),
    ):
        for key in keys.split():
            control.press(key)
    assert blank.page.evaluate("pageKeys") == []


def test_what_is_done_while_the_kernel_is_gone_is_not_done_twice(blank: BlankPage) -> None:
    shown = blank.show(NUMBER, actions=CHECK)
    blank.page.evaluate("model.alive = false")
    shown.get_by_role("button", name="Check").click()
    expect(shown.get_by_role("alert").filter(has_text="Not saved")).to_be_visible(timeout=5000)
    assert blank.page.evaluate("model.sent") == []


def test_a_list_is_tuned_by_ticking_and_by_adding(blank: BlankPage) -> None:
    shown = blank.show(TUNER)
    shown.get_by_label("told").check()
    shown.get_by_label("said").check()
    assert blank.answer() == {"cues": ["said", "told"]}
    shown.get_by_label("Another word").fill(" claimed ")
    shown.get_by_role("button", name="Add").click()
    shown.get_by_label("said").uncheck()
    assert blank.answer() == {"cues": ["told", "claimed"]}
    expect(shown.get_by_label("claimed")).to_be_checked()


def test_a_word_is_no_longer_than_the_list_takes(blank: BlankPage) -> None:
    shown = blank.show(TUNER)
    entry = shown.get_by_label("Another word")
    entry.press_sequentially("a" * (TUNER["longest"] + 1))
    entry.press("Enter")
    assert blank.answer() == {"cues": ["a" * TUNER["longest"]]}


def test_a_full_list_takes_no_more_words_until_one_is_unticked(blank: BlankPage) -> None:
    words = ["told", "claimed", "urged"]
    shown = blank.show(TUNER, answer={"cues": words[:2]})
    entry, add = shown.get_by_label("Another word"), shown.get_by_role("button", name="Add")
    entry.fill(words[2])
    add.click()
    expect(shown.get_by_role("status")).to_contain_text("urged: in the list. The list is full")
    expect(entry).to_be_focused()
    expect(add).to_be_disabled()
    expect(shown.get_by_label("said")).to_be_disabled()
    expect(entry).to_have_accessible_description(re.compile("^The list is full: it holds 3 words"))
    entry.press_sequentially("warned")
    entry.press("Enter")
    assert blank.answer() == {"cues": words}
    shown.get_by_label("told").uncheck()
    expect(add).to_be_enabled()
    expect(shown.get_by_label("said")).to_be_enabled()
    expect(entry).to_have_accessible_description("")


def test_the_meter_is_shown_and_a_new_reading_is_said(blank: BlankPage) -> None:
    shown = blank.show(TUNER, meter="<p>F 0.5</p>")
    expect(shown.get_by_role("group", name="How well the list does")).to_have_text("F 0.5")
    expect(shown.get_by_role("status")).to_be_empty()
    blank.tell(meter="<p>F 0.7</p>")
    expect(shown.get_by_role("status")).to_have_text("F 0.7")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_tuner_or_in_an_alert(blanks: Blanks, theme: str) -> None:
    blank = blanks(theme)
    shown = blank.show(TUNER, NUMBER, meter="<p>F 0.5</p>", actions=CHECK)
    blank.page.evaluate("model.alive = false")
    shown.get_by_label("Your number").fill("many")
    shown.get_by_label("told").check()
    expect(shown.get_by_role("alert").filter(has_text="Not saved")).to_be_visible(timeout=5000)
    found = Axe().run(blank.page)
    assert found.violations_count == 0, found.generate_report()
