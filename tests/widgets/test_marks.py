"""Marks on a text, by mouse, by touch and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from accordingto.exercises.outcome import Part
from accordingto.widgets.state import told
from blank_page import BlankPage
from marking import MARKS, TEXT, area, chosen, mark, press, select_words, shown

DOUBLE_CLICK = 600  # ms after which a second click is a click of its own
NO_DOUBLE_CLICK_MS = 700  # two clicks sooner than that are one double click


def test_words_beside_letters_outside_the_basic_plane_keep_their_code_points(
    blank: BlankPage,
) -> None:
    page = shown(blank, MARKS)
    for words in ("𝓑en", "🦊", "“We sail at noon,”"):
        select_words(area(page), words)
        page.locator(".at-marker").first.click()
    assert blank.answer()["marks"] == [mark("𝓑en"), mark("🦊"), mark("“We sail at noon,”")]
    assert [TEXT[one["start"] : one["end"]] for one in blank.answer()["marks"]] == [
        "𝓑en",
        "🦊",
        "“We sail at noon,”",
    ]


def test_white_space_at_the_edges_of_a_selection_is_not_marked(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    select_words(area(page), " “no boat” ")
    page.locator(".at-marker").nth(1).click()
    assert blank.answer()["marks"] == [mark("“no boat”", "mixed")]


def test_by_keyboard_with_or_without_the_quotation_marks(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    text = area(page)
    text.focus()
    press(text, "ArrowDown ArrowDown ArrowRight ArrowRight ArrowRight ArrowRight")
    assert chosen(page) == "no"
    press(text, "Shift+ArrowRight 1")
    assert blank.answer()["marks"] == [mark("no boat")]
    press(text, "Home ArrowRight ArrowRight ArrowRight")
    press(text, "Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight 2")
    assert blank.answer()["marks"] == [mark("“no boat”", "mixed"), mark("no boat")]


def test_alt_moves_an_edge_by_one_character(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    text = area(page)
    text.focus()
    press(text, "ArrowRight")
    assert chosen(page) == "𝓑en"
    press(text, "Shift+Alt+ArrowLeft Shift+Alt+ArrowLeft")
    assert chosen(page) == "𝓑"
    press(text, "1")
    assert blank.answer()["marks"] == [{"start": 0, "end": 1, "label": "direct"}]
    press(text, "Alt+ArrowRight")
    assert chosen(page) == "e"


def test_up_and_down_go_by_paragraph_home_and_end_to_its_ends(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    text = area(page)
    text.focus()
    words = []
    for key in ("ArrowDown", "End", "ArrowDown", "End", "ArrowRight", "ArrowUp", "Home", "ArrowUp"):
        text.press(key)
        words.append(chosen(page))
    assert words == ["𝓑en", "said.", "Cy", "said.", "said.", "𝓑en", "𝓑en", "𝓑en"]


def test_marks_nest_and_overlap_and_the_text_stays_as_it_was(blank: BlankPage) -> None:
    made = [
        mark("“Bea told me ‘the pier is old’,”"),
        mark("‘the pier is old’", "nested"),
        mark("is old’,” Cy’s", "mixed"),
    ]
    page = shown(blank, MARKS, answer={"marks": made})
    assert area(page).locator(".at-line").all_text_contents() == TEXT.split("\n")
    over = page.locator(".at-line").nth(1).locator("mark mark mark")
    assert over.all_text_contents() == ["is old’"]
    begins = page.locator("mark.at-first").evaluate_all(
        "marks => marks.map((one) => one.dataset.badge)"
    )
    assert begins == ["●", "▲", "◆"]


def test_every_mark_points_to_its_row_in_the_list(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("“no boat”", "mixed")]})
    details = page.locator("mark").get_attribute("aria-details")
    assert page.locator(f"#{details}").get_attribute("role") == "comment"
    expect(page.locator(f"#{details}")).to_have_accessible_name("Mixed: “no boat”")


def test_undo_and_redo_by_key_and_by_button(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    text = area(page)
    text.focus()
    press(text, "ArrowRight 1 ArrowRight 2")
    both = [mark("𝓑en"), mark("told", "mixed")]
    assert blank.answer()["marks"] == both
    press(text, "Control+z")
    assert blank.answer()["marks"] == both[:1]
    page.get_by_role("button", name="Undo").click()
    assert blank.answer()["marks"] is None
    press(text, "Control+z")
    assert blank.answer()["marks"] is None
    press(text, "Control+y")
    page.get_by_role("button", name="Redo").click()
    assert blank.answer()["marks"] == both
    press(text, "Control+z Control+Shift+z")
    assert blank.answer()["marks"] == both


def test_what_the_kernel_restores_cannot_be_undone_away(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    press(area(page), "ArrowRight 1")
    page.evaluate("(marks) => model.set('answer', { marks })", [mark("“no boat”")])
    press(area(page), "Control+z")
    assert blank.answer()["marks"] == [mark("“no boat”")]


def test_a_mark_is_relabelled_from_the_list_and_by_its_key(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("“no boat”")]})
    page.get_by_label("Label of Direct: “no boat”").select_option("mixed")
    assert blank.answer()["marks"] == [mark("“no boat”", "mixed")]
    page.get_by_role("button", name="Find Mixed").click()
    assert chosen(page) == "“no boat”"
    press(area(page), "3")
    assert blank.answer()["marks"] == [mark("“no boat”", "nested")]


def test_a_mark_is_removed_by_key_by_toolbar_and_from_the_list(blank: BlankPage) -> None:
    made = [mark("𝓑en"), mark("told us"), mark("“no boat”")]
    page = shown(blank, MARKS, answer={"marks": made})
    text = area(page)
    text.focus()
    press(text, "n Delete")
    assert blank.answer()["marks"] == made[1:]
    press(text, "n")
    page.get_by_role("button", name="Remove mark").click()
    assert blank.answer()["marks"] == made[2:]
    page.get_by_role("button", name="Remove Direct: “no boat”").click()
    assert blank.answer()["marks"] == []
    expect(page.get_by_role("list", name="Your marks")).to_have_text("No marks yet.")


def test_focus_goes_on_in_the_list_when_its_row_goes(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("us"), mark("“no boat”")]})
    page.get_by_label("Label of Direct: us").focus()
    page.get_by_label("Label of Direct: us").select_option("mixed")
    expect(page.get_by_label("Label of Mixed: us")).to_be_focused()
    page.get_by_role("button", name="Remove Mixed: us").press("Enter")
    expect(page.get_by_role("button", name="Remove Direct: “no boat”")).to_be_focused()
    page.get_by_role("button", name="Remove Direct: “no boat”").press("Enter")
    expect(area(page)).to_be_focused()


def test_n_and_p_go_round_the_marks(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("us"), mark("“no boat”"), mark("friend")]})
    text = area(page)
    text.focus()
    words = []
    for key in "nnnnp":
        text.press(key)
        words.append(chosen(page))
    assert words == ["us", "“no boat”", "friend", "us", "friend"]


def test_a_click_chooses_the_mark_and_a_second_one_the_word(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("“no boat”")]})
    box = page.locator("mark").bounding_box()
    assert box
    middle = (box["x"] + 0.7 * box["width"], box["y"] + 0.5 * box["height"])
    page.mouse.click(*middle)
    page.wait_for_function("getSelection().toString() === '“no boat”'")
    page.wait_for_timeout(DOUBLE_CLICK)
    page.mouse.click(*middle)
    page.wait_for_function("getSelection().toString() === 'boat'")


def test_by_touch_alone(browser: Browser) -> None:
    blank = BlankPage(browser, width=390, touch=True)
    page = shown(blank, MARKS, answer={"marks": [mark("us")]})
    page.locator("mark").tap()
    page.wait_for_timeout(NO_DOUBLE_CLICK_MS)
    page.locator("mark").tap()
    page.get_by_role("button", name="One word more").tap()
    page.locator(".at-marker").nth(2).tap()
    assert blank.answer()["marks"] == [mark("us 🦊", "nested"), mark("us")]
    blank.page.close()


def test_two_views_of_one_model_stay_in_step_and_share_undo(blank: BlankPage) -> None:
    page = shown(blank, MARKS, views=2)
    press(area(page), "ArrowRight 1")
    assert page.locator("mark").all_text_contents() == ["𝓑en", "𝓑en"]
    area(page, 1).focus()
    press(area(page, 1), "Control+z")
    expect(page.locator("mark")).to_have_count(0)


def test_only_the_lines_that_changed_are_drawn_again(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("told")]})
    page.evaluate("() => { window.kept = document.querySelector('mark') }")
    select_words(area(page), "“no boat”")
    page.locator(".at-marker").first.click()
    assert page.evaluate("kept === document.querySelector('mark')")
    expect(page.locator("mark")).to_have_count(2)


def test_what_is_chosen_and_done_is_said(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("“no boat”", "mixed")]})
    said = page.get_by_role("status")
    text = area(page)
    text.focus()
    press(text, "1")
    expect(said).to_have_text("First select the words to mark.")
    press(text, "ArrowRight")
    expect(said).to_have_text("𝓑en")
    press(text, "1")
    expect(said).to_have_text("Marked as Direct: 𝓑en")
    press(text, "ArrowDown ArrowRight ArrowRight ArrowRight")
    expect(said).to_have_text("“, Mixed")


def test_a_paragraph_named_in_the_feedback_is_found(blank: BlankPage) -> None:
    part = Part(ref="0", verdict="partly", label="us", text="Look again.", look=(7,))
    feedback = {"headline": "Almost", "credit": 0.5, "parts": [told(part)]}
    page = shown(blank, MARKS, answer={"marks": [mark("us")]}, feedback=feedback)
    expect(page.locator(".at-mark-row")).to_contain_text("◐ partly right")
    page.get_by_role("button", name="paragraph 7").click()
    expect(area(page)).to_be_focused()
    assert chosen(page) == "Cy"


@pytest.fixture(scope="module")
def offsets(browser: Browser) -> Iterator[Page]:
    blank = BlankPage(browser)
    yield blank.offer("offsets.js")
    blank.page.close()


@given(text=st.text(max_size=40), data=st.data())
@settings(max_examples=60)
def test_code_points_become_units_and_come_back(
    offsets: Page, text: str, data: st.DataObject
) -> None:
    point = data.draw(st.integers(0, len(text)))
    there, back = offsets.evaluate(
        """([text, point]) => {
          const { toUnits, toPoints } = module.offsetsOf(text);
          return [toUnits(point), toPoints(toUnits(point))];
        }""",
        [text, point],
    )
    assert there == len(text[:point].encode("utf-16-le")) // 2
    assert back == point
