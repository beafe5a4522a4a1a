"""The page to read, docked in a notebook: beside the exercises, or below them on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from accordingto.exercises import Question, Sheet
from real_lab import Lab
from walking import exercise

pytestmark = pytest.mark.slow  # a JupyterLab of its own

GALLERY = Sheet.of("gallery")
KINDS = ["choose one", "matrix", "chain", "number", "mark spans", "free text"]
ASKED = [next(one for one in GALLERY if one.kind == kind) for kind in KINDS]
CONTROL = ":is(input, select, textarea, button:enabled, [tabindex='0']):visible"
# Where something stands on the screen, once it has stood there for twenty frames.
TOP_AT_REST = """async (one) => {
  let [place, still] = [null, 0];
  while (still < 20) {
    await new Promise(requestAnimationFrame);
    const {top} = one.getBoundingClientRect();
    still = top === place ? still + 1 : 0;
    place = top;
  }
  return place;
}"""
IS_SEEN = """(one) => {
  const [{top, bottom, left}, from] = [one.getBoundingClientRect(), one.closest('.at-live')];
  const seen = from.closest('.jp-WindowedPanel-outer').getBoundingClientRect();
  return top < seen.bottom && bottom > seen.top && left < seen.right;
}"""
FITS = """(pane) => {
  const {left, top, right, bottom} = pane.getBoundingClientRect();
  const words = pane.querySelector('.at-page-text');
  const isWhole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  return isWhole && words.clientHeight > 150 && words.scrollWidth <= words.clientWidth;
}"""


@pytest.fixture(scope="module", params=[1280, 360])
def page(lab: Lab, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The gallery, all its cells run, in a window of a laptop and in one of a phone."""
    lab.forget(GALLERY.lesson)
    opened = lab.open(f"{GALLERY.lesson}.ipynb", width=request.param)
    opened.set_viewport_size({"width": request.param, "height": 720})
    lab.run_all(opened)
    yield opened
    opened.context.close()


def pane(page: Page) -> Locator:
    return page.get_by_role("complementary", name="The page")


def brought_up(page: Page, part: Locator) -> float:
    """Bring a part of an exercise to the upper half of the screen; its place there."""
    part.evaluate("(one) => one.scrollIntoView({block: 'center'})")
    part.evaluate(TOP_AT_REST)
    part.evaluate("(one) => one.scrollIntoView({block: 'center'})")  # what is above is drawn now
    top: float = part.evaluate(TOP_AT_REST)
    return top


def stands(part: Locator, top: float) -> None:
    """Nothing has moved under the reader's eyes."""
    assert part.evaluate(TOP_AT_REST) == pytest.approx(top, abs=2)
    assert part.evaluate(IS_SEEN)


def is_open(page: Page) -> None:
    expect(pane(page)).to_be_visible()
    expect(pane(page).locator(".at-line")).not_to_have_count(0)
    page.wait_for_function("document.activeElement.closest('.at-page')")
    assert pane(page).evaluate(FITS)


@pytest.mark.parametrize("asked", ASKED, ids=KINDS)
def test_by_keys(page: Page, asked: Question[Any]) -> None:
    control = exercise(page, asked).locator(".at-parts").locator(CONTROL).first
    top = brought_up(page, control)
    control.focus()
    page.keyboard.press("Alt+p")
    is_open(page)
    stands(control, top)
    page.keyboard.press("Alt+p")
    expect(control).to_be_focused()
    page.keyboard.press("Alt+p")
    is_open(page)
    page.keyboard.press("Escape")
    expect(pane(page)).to_be_hidden()
    expect(control).to_be_focused()
    stands(control, top)


@pytest.mark.parametrize("asked", ASKED, ids=KINDS)
def test_by_mouse(page: Page, asked: Question[Any]) -> None:
    opener = exercise(page, asked).get_by_role("button", name="Read the page")
    top = brought_up(page, opener)
    opener.click()
    is_open(page)
    stands(opener, top)
    found = Axe().run(page, context=".at-page")
    assert found.violations_count == 0, found.generate_report()
    pane(page).get_by_role("button", name="Close").click()
    expect(pane(page)).to_be_hidden()
    expect(opener).to_be_focused()
    stands(opener, top)
