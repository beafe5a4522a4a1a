"""An exercise in a notebook as JupyterLab draws one: it comes into view, the page beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from blank_page import BlankPage
from in_view import comes_into_view, stands_in_view

NUMBER: dict[str, Any] = {"part": "number", "field": "value", "label": "Your number"}
ADDRESS = "04-marks.ipynb#cell-id=ask-1-1"
PAGE = "One.\nTwo.\nThree.\n"
# What is above the exercise, its cell, and the next one: which is in hand once a cell was run.
NOTEBOOK = """() => {
  const main = document.querySelector('main');
  const panel = document.createElement('div');
  main.before(panel);
  panel.outerHTML = `<div class="jp-NotebookPanel" style="height: 600px">
    <a href="${location.href}04-marks.ipynb#cell-id=ask-1-2">1.2</a>
    <a href="${location.href}my%20kit/04-marks.ipynb#cell-id=ask-1-1">1.1</a>
    <div class="jp-WindowedPanel-outer" style="height: 500px; overflow: auto">
      <div id=above></div><div class="jp-Cell"></div>
      <div id=next class="jp-Cell" style="height: 3000px"></div>
    </div></div>`;
  document.querySelector('.jp-Cell').append(main);
  document.addEventListener('click', (event) => event.preventDefault()); // as JupyterLab does
}"""
ROLL = "(top) => { document.querySelector('.jp-WindowedPanel-outer').scrollTop = top; }"
ABOVE = """([height, words]) => {
  const above = document.querySelector('#above');
  above.style.height = height;
  above.textContent = words;
}"""
SOME_FRAMES = """async () => {
  for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
}"""
HEAD = "() => document.querySelector('.at-live h3')"
HEAD_IN_HAND = "() => document.activeElement.closest('.at-live h3')"


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[BlankPage]:
    opened = BlankPage(browser)
    opened.page.evaluate(NOTEBOOK)
    yield opened
    opened.page.close()


@pytest.fixture
def notebook(opened: BlankPage) -> BlankPage:
    """The notebook, in which no cell was run."""
    opened.clear()
    opened.page.evaluate("document.querySelector('#next').classList.remove('jp-mod-active')")
    opened.page.evaluate(ABOVE, ["600px", ""])
    return opened


def shown(notebook: BlankPage, *, by_hand: bool = False) -> Page:
    """The page, on which the exercise has been drawn, and then the next cell brought up."""
    is_active = "(is) => document.querySelector('#next').classList.toggle('jp-mod-active', is)"
    notebook.page.evaluate(is_active, by_hand)
    notebook.show(NUMBER, page=PAGE, address=ADDRESS)
    notebook.page.evaluate(ROLL, 2000)
    return notebook.page


def top(exercise: Locator) -> float:
    at: float = exercise.evaluate("(one) => one.getBoundingClientRect().top")
    return at


def test_what_was_run_by_hand_is_brought_back_into_view(notebook: BlankPage) -> None:
    page = shown(notebook, by_hand=True)
    comes_into_view(page, HEAD)
    page.evaluate(ABOVE, ["1500px", ""])  # a figure above is drawn late
    comes_into_view(page, HEAD)


def test_what_was_run_with_all_stays_where_it_is(notebook: BlankPage) -> None:
    page = shown(notebook)
    page.evaluate(SOME_FRAMES)
    assert not stands_in_view(page, HEAD)


def test_a_reader_who_does_something_is_left_alone(notebook: BlankPage) -> None:
    page = shown(notebook, by_hand=True)
    comes_into_view(page, HEAD)
    page.keyboard.press("Shift")
    page.evaluate(ROLL, 2000)
    page.evaluate(SOME_FRAMES)
    assert not stands_in_view(page, HEAD)


def test_a_link_to_it_brings_it_into_view_and_the_keys_to_it(notebook: BlankPage) -> None:
    page = shown(notebook)
    page.get_by_role("link", name="1.2").click()
    page.evaluate(SOME_FRAMES)
    assert not stands_in_view(page, HEAD_IN_HAND)
    page.get_by_role("link", name="1.1").click()
    comes_into_view(page, HEAD_IN_HAND)


def test_a_link_to_one_behind_another_notebook_waits_until_it_is_seen(
    notebook: BlankPage,
) -> None:
    page = shown(notebook)
    panel = page.locator(".jp-WindowedPanel-outer")
    panel.evaluate("(one) => { one.hidden = true; }")
    page.get_by_role("link", name="1.1").click()
    page.evaluate(SOME_FRAMES)
    panel.evaluate("(one) => { one.hidden = false; }")
    comes_into_view(page, HEAD_IN_HAND)


@pytest.mark.parametrize(("width", "stands"), [(1280, "beside"), (600, "below")])
def test_the_page_stands_beside_or_below_and_the_exercise_stays_where_it_was(
    notebook: BlankPage, width: int, stands: str
) -> None:
    page = notebook.page
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(ABOVE, ["auto", "word " * 3000])  # in more lines once it is narrower
    exercise = notebook.show(NUMBER, page=PAGE)
    field = exercise.get_by_label("Your number")
    field.focus()
    before = top(exercise)
    page.keyboard.press("Alt+p")
    pane = page.locator(".jp-NotebookPanel > .at-page")
    pane.wait_for()
    page.evaluate(SOME_FRAMES)
    assert pane.evaluate("(pane) => pane.classList.contains('at-below')") == (stands == "below")
    assert top(exercise) == pytest.approx(before, abs=1)
    page.keyboard.press("Escape")
    page.evaluate(SOME_FRAMES)
    assert pane.count() == 0
    assert top(exercise) == pytest.approx(before, abs=1)
    assert field.evaluate("(field) => document.activeElement === field")
