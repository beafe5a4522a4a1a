"""A notebook that opens well: what is in view, what is not, and the keys that are Jupyter's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from hands import Hand, Keys, Mouse
from in_view import comes_into_view
from real_lab import IS_SAVED, Lab

pytestmark = pytest.mark.slow  # a JupyterLab of its own

FIRST, THIRD = "00-start-here", "03-what-reportedly-hides"
FIFTH = "05-the-verb-is-a-frame"
SHOWN = ".jp-MainAreaWidget:not(.lm-mod-hidden) .jp-Notebook"
ACTIVE = "jupyterapp.shell.currentWidget.content.activeCellIndex"
CELLS = "jupyterapp.shell.currentWidget.content.widgets.length"
EXERCISES_THAT_RAN = """() => [...jupyterapp.shell.currentWidget.content.model.cells]
  .filter(({type, executionCount}) => type === 'code' && executionCount !== null)
  .flatMap((cell) => cell.outputs.toJSON())
  .filter(({data}) => data?.['application/vnd.jupyter.widget-view+json']).length"""
HAS_RUN = """(at) => {
  const cell = jupyterapp.shell.currentWidget.content.model.cells.get(at);
  return cell.type !== 'code' || cell.executionCount !== null;
}"""
LAST_HEAD = """(count) => {
  const live = [...document.querySelectorAll('.at-live')];
  return live.length === count && live.at(-1)?.querySelector('h3');
}"""
NO_TIME_TO_START = """{
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(ms === 2000 ? 0 : ms);
}"""
EMPTY_RESULTS = """() => [...document.querySelectorAll('.jp-OutputArea-executeResult')]
  .filter((one) => !one.querySelector('.jp-OutputArea-output').textContent.trim()).length"""


@pytest.fixture(scope="module")
def first(lab: Lab) -> Iterator[Page]:
    """The first notebook, all its cells run. A test that follows a link comes back."""
    opened = lab.open(f"{FIRST}.ipynb")
    lab.run_all(opened)
    yield opened
    opened.context.close()


@pytest.fixture(scope="module")
def third(lab: Lab) -> Iterator[Page]:
    """The third as it was handed out, in a low window: nothing has run."""
    opened = lab.open(f"{THIRD}.ipynb")
    opened.set_viewport_size({"width": 1280, "height": 720})
    lab.ready(opened)
    yield opened
    opened.context.close()


@pytest.fixture(scope="module")
def on_a_phone(lab: Lab) -> Iterator[Page]:
    """The first on a phone, all its cells run. A test that needs another one turns to it."""
    opened = lab.open(f"{FIRST}.ipynb", width=360)
    lab.run_all(opened)
    yield opened
    opened.context.close()


def test_the_first_cell_has_words_and_no_exercise_leaves_an_empty_line(first: Page) -> None:
    expect(first.locator(".jp-Notebook .jp-Cell").first).to_contain_text("1. What is this text? →")
    assert first.evaluate(EMPTY_RESULTS) == 0


def test_a_question_is_in_view_once_its_cell_was_run_by_hand(third: Page) -> None:
    third.locator(".jp-Notebook .jp-Cell").first.click()
    seen = 0
    for _ in range(24):
        in_hand = third.evaluate(ACTIVE)
        third.keyboard.press("Shift+Enter")
        third.wait_for_function(HAS_RUN, arg=in_hand)
        if (now := third.evaluate(EXERCISES_THAT_RAN)) > seen:
            seen = now
            comes_into_view(third, LAST_HEAD, now)
    assert seen >= 6


def test_ctrl_s_inside_an_exercise_saves_the_notebook(first: Page) -> None:
    field = first.get_by_label("Your number")
    field.fill("3")
    first.wait_for_function("jupyterapp.shell.currentWidget.context.model.dirty")
    field.press("Control+s")
    first.wait_for_function(IS_SAVED)
    expect(field).to_have_value("3")


@pytest.mark.parametrize(
    ("here", "link", "there"),
    [
        (FIRST, "1. What is this text? →", "01-what-is-this-text"),
        (THIRD, "← 2. Who says so?", "02-who-says-so"),
    ],
)
@pytest.mark.parametrize(("end", "way"), [("first", Keys), ("last", Mouse)])
def test_links_at_either_end_open_the_lessons_beside_it(
    lab: Lab, first: Page, third: Page, here: str, link: str, there: str, end: str, way: type[Hand]
) -> None:
    page = first if here == FIRST else third
    cell = getattr(page.locator(f"{SHOWN} .jp-Cell"), end)
    cell.scroll_into_view_if_needed()
    way(page).follow(cell.get_by_role("link", name=link))
    page.wait_for_function(f"jupyterapp.shell.currentWidget.context.path.endsWith('{there}.ipynb')")
    lab.open_in(page, f"{here}.ipynb")


def test_a_line_of_the_home_page_opens_the_exercise(lab: Lab, first: Page) -> None:
    home = first.locator("section[aria-label='All lessons']")
    found = Axe().run(first, context="section[aria-label='All lessons']")
    assert found.violations_count == 0, found.generate_report()
    Keys(first).follow(home.get_by_role("link", name="3.6", exact=True))
    first.wait_for_function(
        "jupyterapp.shell.currentWidget.content.activeCell?.model.id === 'ask-3-6'"
    )
    lab.open_in(first, f"{FIRST}.ipynb")


def test_on_a_phone_the_lesson_has_the_width(on_a_phone: Page) -> None:
    cells = on_a_phone.locator(SHOWN).bounding_box()
    assert cells
    assert cells["width"] >= 280
    for live in on_a_phone.locator(".at-live").all():
        assert live.evaluate("(one) => one.scrollWidth <= one.clientWidth + 1")


def test_on_a_phone_the_words_of_a_figure_can_be_read_and_keys_scroll_it(
    lab: Lab, on_a_phone: Page
) -> None:
    page = on_a_phone
    lab.open_in(page, f"{THIRD}.ipynb")
    lab.run_all(page)
    room = page.locator(SHOWN).get_by_role("group", name="Figure: ").first
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


def test_axe_finds_nothing_in_the_figures_on_a_phone(lab: Lab, on_a_phone: Page) -> None:
    lab.open_in(on_a_phone, f"{FIFTH}.ipynb")
    lab.run_all(on_a_phone)
    assert on_a_phone.locator(f"{SHOWN} .at-figure").count() > 2
    found = Axe().run(on_a_phone, context=f"{SHOWN} .jp-OutputArea-output:has(.at-figure)")
    assert found.violations_count == 0, found.generate_report()


def test_an_exercise_that_a_busy_machine_started_late_hears_the_kernel(
    lab: Lab, first: Page
) -> None:
    """anywidget gives a model two seconds to start, which here are over at once."""
    lab.forget(FIRST)
    first.add_init_script(NO_TIME_TO_START)
    lab.reload(first)
    lab.run_all(first)
    here = first.locator(".at-live").first
    here.get_by_label("John Kirby").check()
    here.get_by_role("button", name="Check", exact=True).click()
    expect(here.locator(".at-headline")).to_have_text("Right (1 of 1 points)")
