"""What stands at a selection and at the edges of a mark: labels, quotation marks, handles, keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from blank_page import BlankPage, Blanks
from marking import MARKS, TEXT, area, chosen, mark, press, select_words, shown

NOON = "We sail at noon"
COVERED = """() => {
  const bar = document.querySelector('.at-label-bar').getBoundingClientRect();
  const range = document.createRange();
  const words = [...document.querySelectorAll('.at-line')].flatMap((line) => {
    range.selectNodeContents(line);
    return [...range.getClientRects()];
  });
  const shared = (one, other) =>
    Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
    Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));
  return words.reduce((area, word) => area + shared(bar, word), 0);
}"""
BESIDE = """() => {
  const [bar, line] = [".at-label-bar", ".at-line + .at-line"].map((one) =>
    document.querySelector(one).getBoundingClientRect());
  return Math.max(bar.top - line.bottom, line.top - bar.bottom);
}"""
CHOSEN_ROWS = """() => {
  const {top, bottom} = getSelection().getRangeAt(0).getBoundingClientRect();
  return [top, bottom];
}"""


@pytest.fixture(scope="module")
def marks_module(browser: Browser) -> Iterator[Page]:
    blank = BlankPage(browser)
    yield blank.offer("quotationmarks.js")
    blank.page.close()


@pytest.mark.parametrize(
    ("text", "words", "wide"),
    [
        ("He said: “We sail,” and left.", "We sail", "“We sail,”"),
        ("He said: “We sail,” and left.", "We sail,", "“We sail,”"),
        ("He said: “We sail,” and left.", "“We sail", "“We sail,”"),
        ("He said: “We sail,” and left.", "We", "“We"),
        ("He said: “We sail,” and left.", "“We sail,”", None),
        ("He said: “We sail,” and left.", "and left", None),
        ('He said: "We sail." Then', "We sail", '"We sail."'),
        ("Cy’s friend", "Cy", None),
        ("the officials’ view", "officials", None),
        ("“He said ‘no’,” she said", "no", "‘no’"),
        ("«Non», dit-il", "Non", "«Non»"),
        ("“We sail", "We", "“We"),
    ],
)
def test_quotation_marks_beside_words(
    marks_module: Page, text: str, words: str, wide: str | None
) -> None:
    start = text.index(words)
    found = marks_module.evaluate(
        "([text, range]) => module.withQuotationMarks(text, range)",
        [text, [start, start + len(words)]],
    )
    assert (text[slice(*found)] if found else None) == wide


def test_the_labels_stand_at_the_selection(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    bar = page.locator(".at-label-bar")
    expect(bar).to_be_hidden()
    select_words(area(page), "“no boat”")
    expect(bar).to_be_visible()
    assert page.evaluate(BESIDE) < 10  # pixels between their heights, however tall it is
    bar.get_by_text("Mixed").click()
    assert blank.answer()["marks"] == [mark("“no boat”", "mixed")]
    expect(bar).to_be_hidden()


def test_the_labels_are_for_hands_and_go_when_keys_choose(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    select_words(area(page), "told us")
    bar = page.locator(".at-label-bar")
    expect(bar).to_be_visible()
    press(area(page), "Shift+ArrowRight")
    expect(bar).to_be_hidden()
    assert chosen(page) == "told us 🦊"
    select_words(area(page), "at noon")
    expect(bar).to_be_visible()


@pytest.mark.parametrize("words", ["𝓑en", "he said.", "“no boat”", "Cy’s friend said."])
def test_the_labels_cover_no_word_of_the_text(blank: BlankPage, words: str) -> None:
    page = shown(blank, MARKS)
    select_words(area(page), words)
    expect(page.locator(".at-label-bar")).to_be_visible()
    assert page.evaluate(COVERED) == 0


@pytest.mark.parametrize("words", ["told us", "“no boat”", "the pier"])
def test_where_there_is_no_margin_the_labels_stand_in_a_row_above_or_below_the_words(
    blanks: Blanks, words: str
) -> None:
    page = shown(blanks(width=360), MARKS)
    select_words(area(page), words)
    bar = page.locator(".at-label-bar")
    expect(bar).to_be_visible()
    here = bar.bounding_box()
    top, bottom = page.evaluate(CHOSEN_ROWS)
    assert here
    assert here["x"] >= 0
    assert here["x"] + here["width"] <= 360
    gap = max(top - here["y"] - here["height"], here["y"] - bottom)
    assert 0 < gap < 12


def test_a_selection_beside_a_quotation_mark_offers_to_take_it_in(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    offer = page.locator(".at-take-in")
    select_words(area(page), "said that")
    expect(page.locator(".at-label-bar")).to_be_visible()
    expect(offer).to_be_hidden()
    press(area(page), "Escape")
    expect(page.locator(".at-label-bar")).to_be_hidden()
    select_words(area(page), NOON)
    offer.click()
    assert chosen(page) == f"“{NOON},”"
    expect(offer).to_be_hidden()
    press(area(page), "1")
    assert blank.answer()["marks"] == [mark(f"“{NOON},”")]


def test_by_keys_it_is_said_and_taken_in_also_for_a_mark_that_is_made(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("no boat")]})
    text = area(page)
    text.focus()
    press(text, "ArrowDown ArrowDown ArrowRight ArrowRight ArrowRight ArrowRight Shift+ArrowRight")
    expect(page.get_by_role("status")).to_have_text(
        "boat, Direct, a quotation mark is beside it, Q takes it in"
    )
    press(text, "q")
    assert blank.answer()["marks"] == [mark("“no boat”")]
    expect(page.get_by_role("status")).to_have_text("Now Direct: “no boat”")
    press(text, "q")
    expect(page.get_by_role("status")).to_have_text("There is no quotation mark beside it.")
    press(text, "Control+z")
    assert blank.answer()["marks"] == [mark("no boat")]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("f", "us 🦊"),
        ("a", "told us"),
        ("f d", "us"),
        ("f s", "🦊"),
        ("Shift+F Shift+F", "us 🦊"),
        ("Shift+D", "u"),
        ("Shift+S", "s"),
        ("d", "us"),
        ("Shift+D Shift+D", "u"),
    ],
)
def test_the_edges_of_a_mark_are_moved_by_keys(blank: BlankPage, keys: str, words: str) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("us")]})
    press(area(page), "n")
    press(area(page), keys)
    assert blank.answer()["marks"] == [mark(words)]
    assert chosen(page) == words


def test_an_edge_that_goes_no_further_is_said(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("𝓑en")]})
    press(area(page), "n a")
    expect(page.get_by_role("status")).to_have_text("This edge goes no further.")
    assert blank.answer()["marks"] == [mark("𝓑en")]


@pytest.mark.parametrize(
    ("edge", "to", "words"),
    [("end", "safe", "boat” was safe."), ("start", "that", "that “no boat")],
)
def test_an_edge_is_dragged_and_one_undo_brings_it_back(
    blank: BlankPage, edge: str, to: str, words: str
) -> None:
    made: dict[str, Any] = mark("boat" if edge == "end" else "no boat")
    page = shown(blank, MARKS, answer={"marks": [made]})
    press(area(page), "n")
    handle = page.locator(f".at-handle-{edge}")
    expect(handle).to_be_visible()
    box = handle.bounding_box()
    place = area(page).evaluate(
        """(area, to) => {
          const nodes = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
          while (nodes.nextNode() && !nodes.currentNode.textContent.includes(to));
          const range = document.createRange();
          range.setStart(nodes.currentNode, nodes.currentNode.textContent.indexOf(to));
          range.setEnd(nodes.currentNode, range.startOffset + to.length);
          const box = range.getBoundingClientRect();
          return [box.left, box.right, box.bottom];
        }""",
        to,
    )
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(place[1] - 3 if edge == "end" else place[0] + 3, place[2] + 8, steps=6)
    page.mouse.up()
    assert blank.answer()["marks"] == [mark(words)]
    expect(page.get_by_role("status")).to_have_text(f"Now Direct: {words}")
    press(area(page), "Control+z")
    assert blank.answer()["marks"] == [made]
    expect(page.get_by_role("status")).to_contain_text("Undone")


def test_the_handles_of_a_mark_that_is_pointed_at(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("“no boat”")]})
    expect(page.locator(".at-handle-end")).to_be_hidden()
    page.locator("mark").hover()
    expect(page.locator(".at-handle-end")).to_be_visible()


def test_who_listens_hears_a_text_box_with_its_name_and_first_keys(blank: BlankPage) -> None:
    page = shown(blank, MARKS)
    text = page.get_by_role("textbox", name="Mark the quotations")
    expect(text).to_have_attribute("aria-readonly", "true")
    expect(text).to_have_accessible_description(
        "Arrow keys go word by word, with Shift they choose more. To label: 1 Direct, 2 Mixed, "
        "3 Nested. Delete removes, N finds the next mark. All keys are listed after the text."
    )
    assert TEXT.split("\n")[0] in text.inner_text()


CLAUSES = "PORT, Monday – She sailed, he said (in 1,900 words), “We sail at noon.” Then\nall went."


@pytest.mark.parametrize(
    ("edge", "begins"),
    [
        ("start", ["PORT", "Monday", "She", "he", "in 1", "We", "Then", "all"]),
        ("end", [",", " –", ", he", " (in", "), “", ".”", "\n", "."]),
    ],
)
def test_a_clause_begins_and_ends_at_a_mark_between_words(
    blank: BlankPage, edge: str, begins: list[str]
) -> None:
    page = blank.offer("markclauses.js")
    page.evaluate("import('/widgets/offsets.js').then((made) => { window.offsets = made; })")
    places = page.evaluate(
        "([text, edge]) => module.clausesOf(text, offsets.stopsOf(text, 0, text.length), edge)",
        [CLAUSES, edge],
    )
    assert [CLAUSES[at : at + len(words)] for at, words in zip(places, begins, strict=True)] == (
        begins
    )


def test_an_edge_goes_from_clause_to_clause(blank: BlankPage) -> None:
    page = shown(blank, MARKS, answer={"marks": [mark("told us 🦊 first")]})
    text = area(page)
    select_words(text, "us 🦊")
    press(text, "z v")
    assert blank.answer()["marks"] == [mark("𝓑en told us 🦊 first: “We sail at noon")]
    press(text, "x c z")
    assert blank.answer()["marks"] == [mark("𝓑en told us 🦊 first: “We sail at noon")]
    expect(page.get_by_role("status")).to_have_text(
        "Now Direct: 𝓑en told us 🦊 first: “We sail at noon"
    )
