"""Somebody who learns alone: by links from the first lesson to the last, and what there is at home.

No name of a file is typed. Every exercise is answered wrong and then right, and at the end what was
asked at the beginning is known; functions are left. The tests are one walk: each goes on where the
last has ended.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.answers import read_entries
from accordingto.exercises.entries import Entry
from accordingto.exercises.remarks import own_mark
from accordingto.notebooks.cells import grade_id
from accordingto.notebooks.pages import lesson_pages
from real_lab import Lab
from walking import exercise, walk

PAGES = lesson_pages(Content.kit())
SHEETS = {page.name: Sheet.of(page.name) for page in PAGES}
FIRST, LAST = PAGES[0].name, PAGES[-1].name
STUBS = [one.id for sheet in SHEETS.values() for one in sheet if one.kind == "code"]
TEXT = next(one for one in SHEETS[LAST] if one.kind == "free text")
SURE = [one for one in SHEETS["01-what-is-this-text"] if one.confidence]
TWINS = {one.till.partition("/")[2] for one in SHEETS[FIRST] if one.till}  # asked at the end
IS_OPEN = "(end) => jupyterapp.shell.currentWidget?.context?.path?.endsWith(end)"
IS_AT = "(id) => jupyterapp.shell.currentWidget?.content?.activeCell?.model.id === id"
IN_VIEW = ".jp-NotebookPanel:not(.lm-mod-hidden)"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]


@pytest.fixture(scope="module")
def page(lab: Lab) -> Iterator[Page]:
    """The one window of this reader, from the beginning to the end."""
    opened = lab.open(f"{FIRST}.ipynb")
    yield opened
    opened.context.close()


def let_go(page: Page) -> None:
    """A key of the reader's, or the exercise that a link led to is held in view a while longer."""
    page.keyboard.press("Shift")


def follow(page: Page, link: str, name: str) -> None:
    """Press a link in the last cell, and wait for the notebook that it leads to."""
    let_go(page)
    cell = page.locator(f"{IN_VIEW} .jp-Cell").last
    cell.scroll_into_view_if_needed()
    cell.get_by_role("link", name=link).click()
    page.wait_for_function(IS_OPEN, arg=f"{name}.ipynb")


def run(page: Page, source: str) -> Locator:
    """Run the cell that says this, once more; the cell."""
    let_go(page)
    cell = page.locator(f"{IN_VIEW} .jp-CodeCell", has_text=source).last
    cell.scroll_into_view_if_needed()
    cell.get_by_role("textbox").first.click()
    page.keyboard.press("Control+Enter")
    return cell


def home(page: Page) -> Locator:
    """The home page, as it is by now."""
    shown = run(page, "home()").locator("section[aria-label='All lessons']")
    expect(shown).to_be_visible()
    return shown


def kept(lab: Lab, lesson: str) -> dict[str, Entry]:
    return read_entries(lab.kit / "notebooks" / "answers" / f"{lesson}.json")


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


def command(lab: Lab, *words: str) -> str:
    """What a command says at a terminal in the working copy."""
    run = [sys.executable, "-m", "accordingto", *words]
    return subprocess.run(run, cwd=lab.kit, check=True, capture_output=True, text=True).stdout


def test_from_the_first_lesson_to_the_last_by_links(lab: Lab, page: Page) -> None:
    for here, after in pairwise([*PAGES, None]):
        assert here
        lab.run_all(page)
        sheet = SHEETS[here.name]
        for question in sheet:
            if question.confidence:
                exercise(page, question).get_by_label("How sure are you?").press("End")
            walk(page, sheet, question, knows=question.id in TWINS)
        if after:
            follow(page, f"{after.called} →", after.name)
    follow(page, "All lessons", FIRST)


def test_at_home_is_what_is_left_and_before_beside_after(lab: Lab, page: Page) -> None:
    shown = home(page)
    lessons, pairs = shown.locator("table").all()
    assert lessons.locator("td a").all_text_contents() == STUBS
    for row in pairs.locator("tbody tr").all():
        expect(row.locator("td")).to_contain_text(["% right", "100% right", "+"])
    expect(shown).to_contain_text("After: 6 of 6. That is +")
    assert shown.get_by_role("link", name="1.1 How long is it?").is_visible()  # to look at again
    assert not Axe().run(page, context="section[aria-label='All lessons']").violations_count
    shown.get_by_role("link", name=STUBS[-1], exact=True).click()
    page.wait_for_function(IS_AT, arg=grade_id(STUBS[-1]))


def test_how_sure_one_was_stands_in_words_and_in_one_figure(lab: Lab, page: Page) -> None:
    follow(page, "All lessons", FIRST)
    home(page).get_by_role("link", name=SURE[0].id, exact=False).first.click()
    page.wait_for_function(IS_AT, arg=grade_id(SURE[0].id))
    told = run(page, "ask.summary()").locator("section[aria-label='Where you stand']")
    expect(told).to_contain_text("You were 100 % sure on average; right")
    expect(told.get_by_role("row", name="sure")).to_contain_text("100 %")
    expect(told.get_by_role("row", name="right")).to_be_visible()
    left = told.get_by_role("link", name=STUBS[0])
    left.press("Enter")
    page.wait_for_function(IS_AT, arg=grade_id(STUBS[0]))


def test_a_text_is_marked_by_its_writer(lab: Lab, page: Page) -> None:
    follow(page, "All lessons", FIRST)
    home(page).get_by_role("link", name="100% right").first.click()
    page.wait_for_function(IS_OPEN, arg=f"{LAST}.ipynb")
    let_go(page)
    here = exercise(page, TEXT)
    here.locator("h3").scroll_into_view_if_needed()
    here.locator(".at-own-mark").get_by_role("radio").nth(1).check()
    until(lambda: own_mark(kept(lab, LAST)[TEXT.id]) is not None)


def test_a_page_of_ones_own_work_is_kept(lab: Lab, page: Page) -> None:
    said = command(lab, "my-work", LAST)
    assert said.startswith(f"Written: {LAST}.my-work.html.")
    mine = page.context.new_page()
    mine.goto((lab.kit / f"{LAST}.my-work.html").as_uri())
    part = mine.get_by_role("region", name=f"{TEXT.id} {TEXT.title}")
    expect(part).to_contain_text("I gave it myself, by the rubric.")
    assert not Axe().run(mine).violations_count
    mine.close()


def test_an_exercise_and_a_lesson_begin_anew(lab: Lab, page: Page) -> None:
    other = next(one for one in SHEETS[LAST] if one.kind == "choose one")
    here = exercise(page, other)
    here.get_by_role("button", name="Start over").click()
    expect(here).to_contain_text("This exercise begins anew. What you did before is kept.")
    expect(here.get_by_role("radio", checked=True)).to_have_count(0)
    assert "Begun anew: 03-what-reportedly-hides." in command(lab, "start-over", PAGES[3].name)
    follow(page, "All lessons", FIRST)
    lessons = home(page).locator("table").first
    expect(lessons.get_by_role("link", name=other.id, exact=True)).to_be_visible()
    count = len(SHEETS[PAGES[3].name].questions)
    expect(lessons.get_by_role("row", name=PAGES[3].called)).to_contain_text(f"0 of {count}")
    assert all(entry.attempts for entry in kept(lab, PAGES[3].name).values())  # nothing is lost
