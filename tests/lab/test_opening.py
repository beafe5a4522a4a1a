"""A notebook that opens well: what is in view, what is not, and the keys that are Jupyter's own."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from hands import Hand, Keys, Mouse
from in_view import stands_in_view
from real_lab import IS_SAVED, Lab

FIRST, THIRD = "00-start-here", "03-what-reportedly-hides"
FIFTH = "05-the-verb-is-a-frame"
ACTIVE = "jupyterapp.shell.currentWidget.content.activeCellIndex"
CELLS = "jupyterapp.shell.currentWidget.content.widgets.length"
EXERCISES_THAT_RAN = """() => [...jupyterapp.shell.currentWidget.content.model.cells]
  .filter(({type, executionCount}) => type === 'code' && executionCount !== null)
  .flatMap((cell) => cell.outputs.toJSON())
  .filter(({data}) => data?.['application/vnd.jupyter.widget-view+json']).length"""
LAST_STANDS_IN_VIEW = stands_in_view("""(count) => {
  const live = [...document.querySelectorAll('.at-live')];
  return live.length === count && live.at(-1)?.querySelector('h3');
}""")
NO_TIME_TO_START = """{
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(ms === 2000 ? 0 : ms);
}"""
EMPTY_RESULTS = """() => [...document.querySelectorAll('.jp-OutputArea-executeResult')]
  .filter((one) => !one.querySelector('.jp-OutputArea-output').textContent.trim()).length"""


def test_the_first_cell_has_words_and_no_exercise_leaves_an_empty_line(lab: Lab) -> None:
    page = lab.open(f"{FIRST}.ipynb")
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_contain_text("1. What is this text? →")
    lab.run_all(page)
    assert page.evaluate(EMPTY_RESULTS) == 0
    page.context.close()


def test_an_exercise_that_a_busy_machine_started_late_hears_the_kernel(lab: Lab) -> None:
    """anywidget gives a model two seconds to start, which here are over at once."""
    lab.forget(FIRST)
    page = lab.open(f"{FIRST}.ipynb")
    page.add_init_script(NO_TIME_TO_START)
    lab.reload(page)
    lab.run_all(page)
    here = page.locator(".at-live").first
    here.get_by_label("John Kirby").check()
    here.get_by_role("button", name="Check", exact=True).click()
    expect(here.locator(".at-headline")).to_have_text("Right (1 of 1 points)")
    page.context.close()


def test_a_question_is_in_view_once_its_cell_was_run_by_hand(lab: Lab) -> None:
    lab.forget(THIRD)
    page = lab.open(f"{THIRD}.ipynb")
    page.set_viewport_size({"width": 1280, "height": 720})
    lab.ready(page)
    page.locator(".jp-Notebook .jp-Cell").first.click()
    seen = 0
    for _ in range(24):
        page.keyboard.press("Shift+Enter")
        lab.ready(page)
        if (now := page.evaluate(EXERCISES_THAT_RAN)) > seen:
            seen = now
            page.wait_for_function(LAST_STANDS_IN_VIEW, arg=now)
    assert seen >= 6
    page.context.close()


def test_ctrl_s_inside_an_exercise_saves_the_notebook(lab: Lab) -> None:
    page = lab.open(f"{FIRST}.ipynb")
    lab.run_all(page)
    field = page.get_by_label("Your number")
    field.fill("3")
    page.wait_for_function("jupyterapp.shell.currentWidget.context.model.dirty")
    field.press("Control+s")
    page.wait_for_function(IS_SAVED)
    expect(field).to_have_value("3")
    page.context.close()


@pytest.mark.parametrize(
    ("here", "link", "there"),
    [
        (FIRST, "1. What is this text? →", "01-what-is-this-text"),
        (THIRD, "← 2. Who says so?", "02-who-says-so"),
    ],
)
@pytest.mark.parametrize(("end", "way"), [("first", Keys), ("last", Mouse)])
def test_links_at_either_end_open_the_lessons_beside_it(
    lab: Lab, here: str, link: str, there: str, end: str, way: type[Hand]
) -> None:
    page = lab.open(f"{here}.ipynb")
    cell = getattr(page.locator(".jp-Notebook .jp-Cell"), end)
    cell.scroll_into_view_if_needed()
    way(page).follow(cell.get_by_role("link", name=link))
    page.wait_for_function(f"jupyterapp.shell.currentWidget.context.path.endsWith('{there}.ipynb')")
    page.context.close()


def test_a_line_of_the_home_page_opens_the_exercise(lab: Lab) -> None:
    page = lab.open(f"{FIRST}.ipynb")
    lab.run_all(page)
    home = page.locator("section[aria-label='All lessons']")
    found = Axe().run(page, context="section[aria-label='All lessons']")
    assert found.violations_count == 0, found.generate_report()
    Keys(page).follow(home.get_by_role("link", name="3.6", exact=True))
    page.wait_for_function(
        "jupyterapp.shell.currentWidget.content.activeCell?.model.id === 'ask-3-6'"
    )
    page.context.close()


def test_on_a_phone_the_lesson_has_the_width(lab: Lab) -> None:
    page = lab.open(f"{FIRST}.ipynb", width=360)
    lab.run_all(page)
    cells = page.locator(".jp-Notebook").bounding_box()
    assert cells
    assert cells["width"] >= 280
    for live in page.locator(".at-live").all():
        assert live.evaluate("(one) => one.scrollWidth <= one.clientWidth + 1")
    page.context.close()


def test_on_a_phone_the_words_of_a_figure_can_be_read_and_keys_scroll_it(lab: Lab) -> None:
    page = lab.open(f"{THIRD}.ipynb", width=360)
    lab.run_all(page)
    room = page.get_by_role("group", name="Figure: ").first
    assert room.get_by_role("img").evaluate("(one) => one.getBoundingClientRect().width") >= 540
    assert room.evaluate("(one) => one.scrollWidth > one.clientWidth")  # all of it can be seen
    room.focus()
    cell = page.evaluate(ACTIVE)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(one) => one.scrollLeft > 0", arg=room.element_handle())
    assert page.evaluate(ACTIVE) == cell
    cells = page.evaluate(CELLS)
    page.keyboard.press("d")
    page.keyboard.press("d")
    page.keyboard.press("ArrowDown")  # to the next cell, as from any output
    page.wait_for_function(f"{ACTIVE} !== {cell}")
    assert page.evaluate(CELLS) == cells
    page.context.close()


def test_axe_finds_nothing_in_the_figures_on_a_phone(lab: Lab) -> None:
    page = lab.open(f"{FIFTH}.ipynb", width=360)
    lab.run_all(page)
    assert page.locator(".at-figure").count() > 2
    found = Axe().run(page, context=".jp-OutputArea-output:has(.at-figure)")
    assert found.violations_count == 0, found.generate_report()
    page.context.close()
