"""A link to an exercise of a notebook that is open already, and has been run and read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page

from hands import Hand, Keys, Mouse
from in_view import comes_into_view
from real_lab import Lab

pytestmark = pytest.mark.slow  # a JupyterLab of its own

FIRST, THIRD = "00-start-here", "03-what-reportedly-hides"
TITLE = "3. What “reportedly” hides"
IS_OPEN = "(end) => jupyterapp.shell.currentWidget?.context?.path?.endsWith(end)"
STAYS_OPEN = f"""async (end) => {{
  for (let frame = 0; frame < 60; frame += 1) {{
    if (!({IS_OPEN})(end)) return false;
    await new Promise(requestAnimationFrame);
  }}
  return true;
}}"""
TRIES = 4
# With the keys in it, and its cell the active one.
HEAD_OF = """(id) => {
  const {activeCell} = jupyterapp.shell.currentWidget.content;
  const head = document.activeElement.closest('.at-live h3');
  return activeCell?.model.id === id && activeCell.node.contains(head) && head;
}"""


@pytest.fixture(scope="module")
def page(lab: Lab) -> Iterator[Page]:
    """Two lessons in one window, all their cells run."""
    opened = lab.open(f"{FIRST}.ipynb")
    lab.run_all(opened)
    turn_to(opened, THIRD, TITLE)
    lab.run_all(opened)
    yield opened
    opened.context.close()


def turn_to(page: Page, notebook: str, link: str) -> None:
    """Go to the other notebook by a link to its beginning, and stay there.

    On a busy machine JupyterLab can come back to the one that was left a moment later; a reader
    would follow the link again.
    """
    end = f"{notebook}.ipynb"
    for _ in range(TRIES):
        page.keyboard.press("Shift")  # or the exercise come to last is held in view a while longer
        if page.evaluate(STAYS_OPEN, end):
            return
        page.get_by_role("link", name=link, exact=True).filter(visible=True).last.click()
        page.wait_for_function(IS_OPEN, arg=end)
    raise AssertionError(f"{end} did not stay open in {TRIES} tries")


def linked(page: Page, name: str) -> Locator:
    """A link of the home page."""
    shown = page.locator("section[aria-label='All lessons']").filter(visible=True)
    return shown.get_by_role("link", name=name, exact=True)


@pytest.mark.parametrize("way", [Mouse, Keys])
@pytest.mark.parametrize("exercise", ["3.8", "3.1", "3.9"])
def test_the_home_page_leads_to_an_exercise(page: Page, way: type[Hand], exercise: str) -> None:
    turn_to(page, FIRST, "All lessons")
    way(page).follow(linked(page, exercise))
    comes_into_view(page, HEAD_OF, f"ask-{exercise.replace('.', '-')}")


@pytest.mark.parametrize("way", [Mouse, Keys])
def test_the_summary_leads_back_up_its_own_notebook(page: Page, way: type[Hand]) -> None:
    turn_to(page, THIRD, TITLE)
    told = page.locator("section[aria-label='Where you stand']").filter(visible=True)
    way(page).follow(told.get_by_role("link", name="3.2"))
    comes_into_view(page, HEAD_OF, "ask-3-2")
