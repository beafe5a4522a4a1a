"""Statements: source, cue and content that belong together, marked one after another."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accordingto.exercises.outcome import Part
from accordingto.widgets.state import told
from blank_page import BlankPage
from marking import area, press, select_words

TEXT = "Bea said no. Cy asked why.\nThe port, he added, is old."
BREAK = TEXT.index("\n")
PART: dict[str, Any] = {
    "part": "marks",
    "field": "marks",
    "label": "Mark the text",
    "text": TEXT,
    "paragraphs": [[0, BREAK], [BREAK + 1, len(TEXT)]],
    "numbers": [1, 2],
    "labels": [
        {"value": "source", "name": "Source", "sign": "●", "once": True},
        {"value": "cue", "name": "Cue", "sign": "◆", "once": True},
        {"value": "content", "name": "Content", "sign": "▲", "once": False},
    ],
    "linked": True,
}


def part(words: str, label: str, record: int) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "label": label, "record": record}


FIRST = [part("Bea", "source", 1), part("said", "cue", 1), part("no.", "content", 1)]


def shown(blank: BlankPage, *made: dict[str, Any], **rest: Any) -> Page:
    blank.show(PART, answer={"marks": list(made)} if made else {}, **rest)
    area(blank.page).focus()
    return blank.page


def marked(blank: BlankPage) -> list[tuple[str, str, int]]:
    """Words, label and statement of each mark."""
    marks = blank.answer()["marks"] or []
    return [(TEXT[one["start"] : one["end"]], one["label"], one["record"]) for one in marks]


def test_a_second_source_begins_the_next_statement_which_one_undo_takes_back(
    blank: BlankPage,
) -> None:
    page = shown(blank)
    press(area(page), "ArrowRight 1 ArrowRight 2 ArrowRight 3 ArrowRight 1")
    expect(page.get_by_role("status")).to_have_text(
        "Statement 2 begins. Marked as Source of statement 2: Cy"
    )
    chooser = page.get_by_label("Statement of the next mark")
    expect(chooser).to_have_value("2")
    press(area(page), "ArrowRight 2")
    both = [
        ("Bea", "source", 1),
        ("said", "cue", 1),
        ("no.", "content", 1),
        ("Cy", "source", 2),
        ("asked", "cue", 2),
    ]
    assert marked(blank) == both
    press(area(page), "Control+z Control+z")
    assert marked(blank) == both[:3]
    expect(chooser).to_have_value("1")
    press(area(page), "Control+y")
    assert marked(blank) == both[:4]


def test_a_second_cue_begins_the_next_statement_too(blank: BlankPage) -> None:
    page = shown(blank, *FIRST[:2])
    press(area(page), "ArrowDown End ArrowLeft 2")
    assert marked(blank)[-1] == ("asked", "cue", 2)


@pytest.mark.parametrize(
    ("made", "record"),
    [(FIRST, 2), (FIRST[:2], 1), ([*FIRST, part("The port,", "content", 1)], 1)],
    ids=["after a whole statement", "while it lacks its content", "where it goes on there"],
)
def test_content_elsewhere_belongs_to_what_is_still_open(
    blank: BlankPage, made: list[dict[str, Any]], record: int
) -> None:
    page = shown(blank, *made)
    press(area(page), "ArrowDown ArrowDown End 3")
    assert marked(blank)[-1] == ("old.", "content", record)


def test_a_source_marked_otherwise_takes_the_place_of_the_first(blank: BlankPage) -> None:
    page = shown(blank, *FIRST)
    press(area(page), "ArrowRight Shift+ArrowRight 1")
    assert marked(blank) == [("Bea said", "source", 1), *marked(blank)[1:]]
    assert len(marked(blank)) == 3


def test_who_goes_to_a_mark_goes_on_with_its_statement(blank: BlankPage) -> None:
    page = shown(blank, *FIRST, part("Cy", "source", 2))
    page.get_by_label("Statement of the next mark").select_option("2")
    press(area(page), "n")
    expect(page.get_by_label("Statement of the next mark")).to_have_value("1")


def test_a_new_statement_by_key_and_the_way_back(blank: BlankPage) -> None:
    page = shown(blank, *FIRST)
    press(area(page), "r ArrowRight 3 [")
    assert ("Bea", "content", 2) in marked(blank)
    expect(page.get_by_role("status")).to_have_text("Statement 1")


def test_by_keys_a_further_part_stays_in_the_same_statement(blank: BlankPage) -> None:
    page = shown(blank, *FIRST)
    same = page.get_by_role("button", name="Same statement")
    press(area(page), "n t")
    expect(page.get_by_role("status")).to_have_text(
        "The next mark is a further part of statement 1"
    )
    expect(same).to_have_attribute("aria-pressed", "true")
    press(area(page), "ArrowDown ArrowDown 1")
    expect(page.get_by_role("status")).to_have_text("Marked as Source of statement 1: The")
    assert marked(blank) == [
        ("Bea", "source", 1),
        ("said", "cue", 1),
        ("no.", "content", 1),
        ("The", "source", 1),
    ]
    expect(same).to_have_attribute("aria-pressed", "false")
    press(area(page), "ArrowRight 1")
    assert marked(blank)[-1] == ("port,", "source", 2), "once, and then as before"


def test_by_mouse_a_further_part_stays_in_the_same_statement(blank: BlankPage) -> None:
    page = shown(blank, *FIRST)
    page.get_by_role("button", name="Same statement").click()
    select_words(area(page), "he added, is old.")
    page.locator(".at-marker").filter(has_text="Content").click()
    assert marked(blank)[-1] == ("he added, is old.", "content", 1)
    expect(page.get_by_label("Statement of the next mark")).to_have_value("1")


def test_what_was_asked_for_can_be_taken_back(blank: BlankPage) -> None:
    page = shown(blank, *FIRST)
    press(area(page), "t t ArrowRight ArrowRight ArrowRight ArrowRight 1")
    expect(page.get_by_role("status")).to_contain_text("Statement 2 begins.")


@pytest.mark.parametrize("way", ["menu", "key"])
def test_a_statement_that_was_chosen_is_where_the_next_mark_goes(
    blank: BlankPage, way: str
) -> None:
    page = shown(blank, *FIRST, part("Cy", "source", 2))
    chooser = page.get_by_label("Statement of the next mark")
    if way == "menu":
        chooser.select_option("2")
        chooser.select_option("1")
    else:
        press(area(page), "] [")
    press(area(page), "ArrowDown End 3")
    assert marked(blank)[-1] == ("why.", "content", 1), "though statement 1 is whole"


def test_a_statement_is_one_row_and_says_what_it_lacks(blank: BlankPage) -> None:
    page = shown(blank, *FIRST, part("asked", "cue", 2))
    rows = page.get_by_role("list", name="Your statements").locator("> li")
    expect(rows).to_have_count(2)
    expect(rows.nth(0).locator(".at-mark-words")).to_have_text(["Bea", "said", "no."])
    expect(rows.nth(0).locator(".at-statement-head")).to_have_text("Statement 1")
    expect(rows.nth(1).locator(".at-statement-head")).to_have_text(
        "Statement 2 no source, no content yet"
    )


def test_a_part_is_moved_to_another_statement_from_its_row(blank: BlankPage) -> None:
    page = shown(blank, *FIRST, part("asked", "cue", 2))
    menu = page.get_by_label("Statement of Source of statement 1: Bea")
    menu.focus()
    menu.select_option("Statement 2")
    assert marked(blank)[0] == ("Bea", "source", 2)
    expect(page.get_by_role("status")).to_have_text("Now Source of statement 2: Bea")
    expect(page.get_by_label("Statement of Source of statement 2: Bea")).to_be_focused()
    page.get_by_label("Statement of Source of statement 2: Bea").select_option("Statement 3")
    assert marked(blank)[0] == ("Bea", "source", 3)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Undo").click()
    assert marked(blank)[0] == ("Bea", "source", 1)


def test_the_parts_of_a_statement_are_joined_by_a_line_with_its_number(blank: BlankPage) -> None:
    page = shown(blank, FIRST[0], FIRST[2], part("asked", "cue", 2))
    threads = page.locator(".at-thread")
    assert "".join(threads.all_text_contents()) == "Bea said no."
    assert set(threads.evaluate_all("all => all.map((one) => one.dataset.statement)")) == {"1"}
    badges = page.locator("mark").evaluate_all("all => all.map((one) => one.dataset.badge)")
    assert badges == ["●1", "▲1", "◆2"]
    page.get_by_role("button", name="Remove Content of statement 1: no.").click()
    expect(threads).to_have_count(0)


def test_lines_that_run_together_lie_in_lanes_of_their_own(blank: BlankPage) -> None:
    page = shown(blank, FIRST[0], part("why.", "content", 1), FIRST[1], part("Cy", "source", 2))
    page.get_by_label("Statement of Cue of statement 1: said").select_option("Statement 2")
    lanes = page.locator(".at-thread").evaluate_all(
        "all => all.map((one) => [one.dataset.statement, one.style.getPropertyValue('--at-lane')])"
    )
    assert {tuple(one) for one in lanes} == {("1", "0"), ("2", "1")}


def test_no_menu_of_statements_is_made_anew_by_a_key(blank: BlankPage) -> None:
    page = shown(blank, *FIRST, part("Cy", "source", 2))
    page.evaluate(
        """() => {
          window.changes = 0;
          const watch = new MutationObserver((all) => { changes += all.length; });
          for (const menu of document.querySelectorAll('select[aria-label^="Statement of"]'))
            watch.observe(menu, {childList: true, subtree: true, characterData: true});
        }"""
    )
    press(area(page), "ArrowDown ArrowRight ArrowRight Shift+ArrowRight n p")
    assert page.evaluate("changes") == 0


def test_a_verdict_stands_by_its_statement(blank: BlankPage) -> None:
    verdict = told(Part(ref="3", verdict="partly", label="Statement 2", text="Look again."))
    feedback = {"headline": "Almost", "credit": 0.5, "parts": [verdict]}
    page = shown(blank, *FIRST, part("Cy", "source", 2), feedback=feedback)
    heads = page.locator(".at-statement-head")
    expect(heads.nth(1)).to_contain_text("◐ partly right")
    expect(heads.nth(0)).not_to_contain_text("right")
