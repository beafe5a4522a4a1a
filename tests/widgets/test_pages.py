"""The page to read: opened from an exercise at a paragraph, and the way back; and in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from accordingto.exercises.outcome import Part
from accordingto.widgets.state import told
from blank_page import BlankPage, Blanks
from marking import MARKS

PAGE = "\n".join(f"This is paragraph {name}." for name in ("one", "two", "three", "four", "five"))
RADIOS = {
    "part": "radios",
    "field": "choice",
    "label": "Choose one",
    "options": [{"value": "a", "label": "It begins (1)"}, {"value": "b", "label": "It ends (5)"}],
}
TEXT = {"part": "text", "field": "text", "label": "Your text"}
CARDS = [{"id": "a", "label": "Axios (2)"}, {"id": "b", "label": "Biden (2)"}]
BOARD = {"part": "cards", "field": "cards", "label": "Cards", "cards": CARDS}
PLACES = [{"id": "p", "label": "Person"}, {"id": "o", "label": "Outlet"}]
SLOT = {"id": "s", "label": "Kind", "options": [{"value": "x", "label": "X"}]}
EVERY: list[dict[str, Any]] = [
    RADIOS,
    {**RADIOS, "part": "checks"},
    {**RADIOS, "part": "matrix", "rows": [{"id": "r", "label": "It (3)"}], "slots": [SLOT]},
    {"part": "number", "field": "value", "label": "Your number"},
    {"part": "slider", "field": "sure", "label": "How sure?", "min": 0, "max": 100},
    TEXT,
    MARKS,
    {**BOARD, "mode": "order"},
    {**BOARD, "mode": "chain"},
    {**BOARD, "mode": "parsons", "deepest": 8},
    {**BOARD, "mode": "sort", "classes": PLACES},
]


def pane(page: Page) -> Locator:
    return page.get_by_role("complementary", name="The page")


@pytest.fixture(scope="module")
def named(browser: Browser) -> Iterator[Page]:
    blank = BlankPage(browser)
    yield blank.offer("paragraphs.js")
    blank.page.close()


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("It begins (1)", [1]),
        ("Look at paragraphs 2, 5, 7 and 11.", [2, 5, 7, 11]),
        ("in Paragraph 9: “no”", [9]),
        ("paragraphs 8–10 and (12)", [8, 10, 12]),
        ("Go to paragraphs 9 to 12.", [9, 12]),
        ("27 sentences, 16 of them", []),
        ("(0) (16) (2024)", []),
        ("paragraphs are lines; the 3 of them", []),
        ("f(x) (a)", []),
    ],
)
def test_the_paragraphs_that_words_name(named: Page, words: str, numbers: list[int]) -> None:
    found = named.evaluate("(words) => module.paragraphsNamed(words, 15)", words)
    assert [one["number"] for one in found] == numbers
    assert [int(words[one["start"] : one["end"]].strip("()")) for one in found] == numbers


@pytest.mark.parametrize("part", EVERY, ids=lambda part: f"{part['part']} {part.get('mode', '')}")
def test_every_kind_opens_the_page_and_comes_back_by_keys(
    blank: BlankPage, part: dict[str, Any]
) -> None:
    shown = blank.show(part, page=PAGE)
    page = blank.page
    control = shown.locator(".at-parts").locator(
        ":is(input, select, textarea, button:enabled, [tabindex='0'])"
    )
    control.first.focus()
    held = page.evaluate_handle("document.activeElement")
    page.keyboard.press("Alt+p")
    expect(pane(page)).to_be_visible()
    expect(pane(page).locator(".at-line")).to_have_count(5)
    page.wait_for_function("document.activeElement.closest('.at-page')")
    page.keyboard.press("Alt+p")
    assert page.evaluate("(held) => document.activeElement === held", held)
    expect(pane(page)).to_be_visible()
    page.keyboard.press("Alt+p")
    page.wait_for_function("document.activeElement.closest('.at-page')")
    page.keyboard.press("Escape")
    assert page.evaluate("(held) => document.activeElement === held", held)
    expect(pane(page)).to_be_hidden()
    assert page.evaluate("pageKeys") == []


def test_a_number_in_the_words_opens_the_page_there(blank: BlankPage) -> None:
    shown = blank.show(RADIOS, page=PAGE, prompt="<p>Look at paragraphs 2 and 4.</p>")
    shown.get_by_role("button", name="paragraph 4").click()
    expect(pane(blank.page).locator("[data-paragraph='4']")).to_be_focused()
    shown.get_by_role("button", name="paragraph 5").click()
    expect(pane(blank.page).locator("[data-paragraph='5']")).to_be_focused()
    assert blank.answer() == {}, "a way to the page chooses no option"
    pane(blank.page).get_by_role("button", name="Back to 1.1").click()
    expect(shown.get_by_role("button", name="paragraph 5")).to_be_focused()


TWIN = "<p>Paragraph 3 of the invented twin, and its last (5)</p>"


def test_a_number_beside_the_word_twin_is_of_the_other_page(blank: BlankPage) -> None:
    shown = blank.show(TEXT, page=PAGE, prompt=TWIN)
    expect(shown.locator(".at-way")).to_have_count(0)


def test_where_the_twin_itself_is_asked_about_its_numbers_lead_to_it(blank: BlankPage) -> None:
    part = Part(verdict="wrong", label="It", text="The twin says so in (4).", look=(2,))
    feedback = {"headline": "Not this", "credit": 0, "parts": [told(part)]}
    shown = blank.show(TEXT, page=PAGE, prompt=TWIN, is_another=True, feedback=feedback)
    assert shown.locator(".at-way").all_text_contents() == ["3", "(5)", "(4)"]
    shown.get_by_role("button", name="paragraph 3").click()
    expect(pane(blank.page).locator("[data-paragraph='3']")).to_be_focused()


def test_read_the_page_opens_it_at_the_first_paragraph_that_is_named(blank: BlankPage) -> None:
    shown = blank.show(TEXT, page=PAGE, prompt="<p>What does paragraph 3 say?</p>")
    shown.get_by_role("button", name="Read the page").click()
    expect(pane(blank.page).locator("[data-paragraph='3']")).to_be_focused()


def test_a_card_and_a_label_hold_no_other_control(blank: BlankPage) -> None:
    shown = blank.show({**BOARD, "mode": "order"}, RADIOS, page=PAGE)
    expect(shown.locator("label .at-way, [role=button] .at-way")).to_have_count(0)
    expect(shown.locator(".at-way")).to_have_count(len(CARDS) + 2)
    assert Axe().run(blank.page, context=".at-live").violations_count == 0


def test_a_title_that_names_a_paragraph_is_no_way_and_keeps_its_name(blank: BlankPage) -> None:
    shown = blank.show(RADIOS, page=PAGE, title="Paragraph 3")
    expect(shown.get_by_role("heading", name="1.1 Paragraph 3")).to_be_visible()
    expect(shown.locator("h3 .at-way")).to_have_count(0)


def test_feedback_leads_to_the_page(blank: BlankPage) -> None:
    part = Part(verdict="wrong", label="It ends", text="See (4).", look=(5,))
    feedback = {"headline": "Not this", "credit": 0, "parts": [told(part)]}
    shown = blank.show(RADIOS, page=PAGE, feedback=feedback)
    shown.get_by_role("button", name="→ paragraph 5").click()
    expect(pane(blank.page).locator("[data-paragraph='5']")).to_be_focused()
    shown.locator(".at-feedback").get_by_role("button", name="paragraph 4", exact=True).click()
    expect(pane(blank.page).locator("[data-paragraph='4']")).to_be_focused()


def test_in_a_text_to_mark_its_own_paragraphs_come_first(blank: BlankPage) -> None:
    part = Part(verdict="missing", text="Look.", look=(4, 2))
    feedback = {"headline": "Almost", "credit": 0.5, "parts": [told(part)]}
    shown = blank.show(MARKS, page=PAGE, feedback=feedback)
    shown.get_by_role("button", name="→ paragraph 4").click()
    expect(shown.locator(".at-text-area")).to_be_focused()
    shown.get_by_role("button", name="→ paragraph 2").click()
    expect(pane(blank.page).locator("[data-paragraph='2']")).to_be_focused()


def test_an_answer_in_hand_stays_and_the_next_edit_counts(blank: BlankPage) -> None:
    shown = blank.show(TEXT, page=PAGE)
    field = shown.get_by_label("Your text")
    field.press_sequentially("One two")
    field.press("Alt+p")
    expect(pane(blank.page)).to_be_visible()
    blank.page.keyboard.press("Escape")
    blank.page.keyboard.type(" three")
    assert blank.answer() == {"text": "One two three"}


def test_a_kernel_that_is_silent_is_said(blank: BlankPage) -> None:
    shown = blank.show(TEXT, page=PAGE)
    blank.page.evaluate("window.texts = {}")
    shown.get_by_role("button", name="Read the page").click()
    expect(pane(blank.page).get_by_role("alert")).to_contain_text("the kernel is not answering")
    blank.page.evaluate("(page) => { window.texts = {page}; }", PAGE)
    shown.get_by_role("button", name="Read the page").click()
    expect(pane(blank.page).locator(".at-line")).to_have_count(5)


def test_without_a_page_there_is_no_way_to_one(blank: BlankPage) -> None:
    shown = blank.show(RADIOS)
    expect(shown.get_by_role("button", name="Read the page")).to_have_count(0)
    expect(shown.locator(".at-way")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [900, 360])
def test_axe_finds_nothing(blanks: Blanks, theme: str, width: int) -> None:
    blank = blanks(theme, width)
    shown = blank.show(RADIOS, TEXT, page=PAGE, prompt="<p>Look at paragraph 2.</p>")
    shown.get_by_role("button", name="Read the page").click()
    expect(pane(blank.page).locator(".at-line")).to_have_count(5)
    found = Axe().run(blank.page)
    assert found.violations_count == 0, found.generate_report()
