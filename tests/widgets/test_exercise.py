"""What every exercise does: controls, saving that is acknowledged, feedback, access, themes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from accordingto.exercises.outcome import Part
from accordingto.widgets.state import told
from blank_page import BlankPage, Blanks
from hands import Hand, Keys, Mouse

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
        told(Part(verdict="right", label="A", text="Yes.", ref="a", look=(3,))),
        told(Part(verdict="wrong", label="B", text="No.", ref="b")),
        told(Part(verdict="missing", text="Look.")),
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
    many = [{"value": one, "label": one.upper()} for one in "uvwxyz"]
    shown = blank.show(MATRIX | {"slots": [{"id": "s", "label": "Kind", "options": many}]})
    menu = shown.get_by_role("combobox", name="Kind: Second")
    menu.select_option("X")
    assert blank.answer() == {"rows": {"r2": {"s": "x"}}}
    menu.select_option("choose…")
    assert blank.answer() == {"rows": {}}


def test_few_options_stand_side_by_side_and_are_chosen_by_arrow_keys(blank: BlankPage) -> None:
    shown = blank.show(MATRIX | {"slots": [{"id": "s", "label": "Kind", "options": OPTIONS}]})
    cell = shown.get_by_role("radiogroup", name="Kind: Second")
    cell.get_by_role("radio").first.press("Space")
    assert blank.answer() == {"rows": {"r2": {"s": "a"}}}
    cell.get_by_role("radio").first.press("ArrowRight")
    assert blank.answer() == {"rows": {"r2": {"s": "b"}}}
    shown.get_by_role("radiogroup", name="Kind: First").get_by_role("radio", name="B two").click()
    assert blank.answer() == {"rows": {"r1": {"s": "b"}, "r2": {"s": "b"}}}


def test_a_reason_stands_under_its_row_and_only_there(blank: BlankPage) -> None:
    shown = blank.show(MATRIX, actions=CHECK)
    parts = [
        told(Part(verdict="wrong", label="First", text="Look at the verb.", ref="r1", look=(3,))),
        told(Part(verdict="note", text="One more thing.")),
    ]
    blank.tell(feedback=FEEDBACK | {"parts": parts})
    rows = shown.locator("tbody tr")
    expect(rows.nth(1)).to_have_text("✗ not this Look at the verb. → paragraph 3 ")
    expect(rows.nth(3)).to_be_hidden()
    expect(shown.locator(".at-feedback .at-told")).to_have_text("• note One more thing. ")
    expect(shown.locator(".at-feedback")).to_contain_text("The reasons stand under the rows above.")
    blank.tell(feedback=None)
    expect(shown.locator(".at-told")).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "deeds"), [("42", [{"do": "check"}]), ("", []), ("many", []), ("1,000", [])]
)
def test_enter_in_a_number_checks_it(blank: BlankPage, typed: str, deeds: list[Any]) -> None:
    field = blank.show(NUMBER, actions=CHECK).get_by_label("Your number")
    field.fill(typed)
    field.press("Enter")
    assert blank.page.evaluate("model.sent") == deeds


def test_enter_on_an_option_checks_it_once_it_is_chosen(blank: BlankPage) -> None:
    option = blank.show(RADIOS, actions=CHECK).get_by_role("radio").first
    option.press("Enter")
    assert blank.page.evaluate("model.sent") == []
    option.press("Space")
    option.press("Enter")
    assert blank.page.evaluate("model.sent") == [{"do": "check"}]


def test_a_guess_is_drawn_where_there_is_one(blank: BlankPage) -> None:
    shown = blank.show(NUMBER)
    expect(shown.locator(".at-guess")).to_be_hidden()
    blank.tell(figure="<table><caption>You guessed it.</caption></table>")
    expect(shown.locator(".at-guess")).to_have_text("You guessed it.")


REMARKS = {
    "levels": [{"marks": 2, "text": "All."}, {"marks": 0, "text": "None."}],
    "mark": None,
    "checked": True,
    "otherwise": "",
    "begun": True,
}


def sent(blank: BlankPage) -> list[Any]:
    """What was done, with what was said of it."""
    deeds: list[Any] = blank.page.evaluate("model.said")
    return deeds


@pytest.mark.parametrize("way", [Mouse, Keys])
def test_what_is_said_beside_an_answer_is_sent_and_changes_nothing(
    blank: BlankPage, way: type[Hand]
) -> None:
    hand = way(blank.page)
    shown = blank.show(TEXT, answer={"text": "So."}, remarks=REMARKS)
    blank.page.evaluate(
        """() => {
          const send = model.send.bind(model);
          model.said = [];
          model.send = (message) => {
            model.said.push([message.do, message.which]);
            send(message);
          };
        }"""
    )
    hand.press(shown.get_by_label("2 of 2: All."))
    hand.press(shown.get_by_text("I read this otherwise"))
    hand.write(shown.get_by_label("What does the page say"), "It says more.")
    hand.press(shown.get_by_role("button", name="Note it"))
    expect(shown.get_by_role("status")).to_have_text("Noted.")
    hand.press(shown.get_by_role("button", name="Start over"))
    assert sent(blank) == [["mark", "2"], ["otherwise", "It says more."], ["begin", None]]
    assert blank.answer() == {"text": "So."}
    found = Axe().run(blank.page)
    assert found.violations_count == 0, found.generate_report()


def test_nothing_can_be_said_of_what_was_not_checked(blank: BlankPage) -> None:
    shown = blank.show(TEXT, remarks=REMARKS | {"checked": False, "begun": False, "levels": []})
    expect(shown.locator(".at-remarks")).to_be_hidden()
    blank.tell(remarks=None)  # as in graded work
    expect(shown.locator(".at-remarks")).to_be_hidden()


@pytest.mark.parametrize(("typed", "value"), [("42", 42), ("4,2", 4.2), (" 7 ", 7), ("", None)])
def test_numbers(blank: BlankPage, typed: str, value: float | None) -> None:
    field = blank.show(NUMBER, answer={"value": 1}).get_by_label("Your number")
    field.fill(typed)
    assert blank.answer() == {"value": value}


def test_what_is_no_number_is_said_and_is_no_answer(blank: BlankPage) -> None:
    shown = blank.show(NUMBER)
    expect(shown.get_by_role("alert")).to_have_count(0)
    shown.get_by_label("Your number").fill("many")
    expect(shown.get_by_role("alert")).to_contain_text("not a number")
    assert blank.answer().get("value") is None
    shown.get_by_label("Your number").fill("4")
    expect(shown.get_by_role("alert")).to_have_count(0)  # an empty one would be read out


def test_an_untouched_slider_is_no_answer(blank: BlankPage) -> None:
    shown = blank.show(SLIDER)
    expect(shown.get_by_role("slider")).to_have_attribute("aria-valuetext", "not set yet")
    assert blank.answer() == {}
    shown.get_by_role("slider").press("ArrowRight")
    assert blank.answer() == {"sure": 51}


def test_words_are_counted(blank: BlankPage) -> None:
    shown = blank.show(TEXT)
    shown.get_by_label("Your text").fill("one two three four")
    expect(shown).to_contain_text("4 words of at most 3: 1 too many")
    assert blank.answer() == {"text": "one two three four"}


def test_words_are_counted_up_to_those_that_are_asked_for(blank: BlankPage) -> None:
    shown = blank.show(TEXT | {"least": 2})
    shown.get_by_label("Your text").fill("one")
    expect(shown).to_contain_text("1 word, of 2 to 3: 1 more to write")
    shown.get_by_label("Your text").fill("one two")
    expect(shown).to_contain_text("2 words, of 2 to 3")


def test_quoted_words_that_are_not_on_the_page_are_said_while_one_types(blank: BlankPage) -> None:
    shown = blank.show(TEXT)
    box = shown.get_by_role("group", name="Quoted words")
    expect(box).to_be_hidden()
    said = "“peace activist zebra” is not on the page."
    blank.tell(meter=f"<p>{said}</p>")
    expect(box).to_have_text(said)
    expect(shown.get_by_role("status")).to_have_text(said)
    blank.tell(meter=None)
    expect(box).to_be_hidden()


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
    shown.get_by_role("button", name="Move earlier: Axios").click()
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


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("part", ALL, ids=lambda part: part.get("mode", part["part"]))
def test_axe_finds_nothing(blanks: Blanks, part: dict[str, Any], theme: str) -> None:
    blank = blanks(theme)
    others = {"title": "Others", "of": 4, "bars": [{"label": "A", "count": 3, "words": "3 of 4"}]}
    mark = {"start": 0, "end": 3, "label": "q"}
    answer = {"marks": [mark]} if part is MARKS else {}
    blank.show(part, answer=answer, actions=CHECK)
    for state in ({}, {"feedback": FEEDBACK, "others": others, "reveal": "<p>So.</p>"}):
        blank.tell(**state)
        found = Axe().run(blank.page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("part", ALL, ids=lambda part: part.get("mode", part["part"]))
def test_nothing_is_wider_than_a_phone(blanks: Blanks, part: dict[str, Any]) -> None:
    blank = blanks(width=320)
    blank.show(part, actions=CHECK, feedback=FEEDBACK)
    assert blank.page.evaluate("document.documentElement.scrollWidth") <= 320
