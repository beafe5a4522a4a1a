"""From an opened notebook to its first answered exercise: at most five clicks or key chords."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from in_view import comes_into_view
from real_lab import Lab

MOST = 5


class Reader:
    """Somebody who does not scroll, and whose clicks and key chords are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.deeds = page, 0

    def click(self, one: Locator) -> None:
        """Click what is in view; Playwright would scroll to what is not."""
        self.sees(one)
        self.deeds += 1
        one.click()

    def run(self, lab: Lab) -> None:
        """Run the cell in hand, which gives the next one."""
        self.press("Shift+Enter")
        lab.ready(self.page)

    def press(self, keys: str) -> None:
        self.deeds += 1
        self.page.keyboard.press(keys)

    def sees(self, one: Locator) -> None:
        expect(one).to_be_visible()
        comes_into_view(self.page, "(one) => one", one.element_handle())

    def answers(self, live: Locator) -> None:
        self.sees(live.locator("h3"))
        self.click(live.get_by_role("radio").first)
        self.click(live.get_by_role("button", name="Check", exact=True))
        expect(live.locator(".at-headline")).not_to_be_empty()


@pytest.fixture
def reader(lab: Lab, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A new reader, in front of a notebook that has just been opened on a laptop."""
    lesson: Any = request.param
    for answers in (lesson, f"before-{lesson}"):
        lab.forget(answers)
    page = lab.open(f"{lesson}.ipynb")
    page.set_viewport_size({"width": 1280, "height": 720})
    lab.ready(page)
    yield Reader(page)
    page.context.close()


@pytest.mark.slow  # as the walk by keys, with a notebook and a kernel of its own
@pytest.mark.parametrize("reader", ["00-start-here"], indirect=True)
def test_of_the_kit_with_a_click_into_its_first_code(lab: Lab, reader: Reader) -> None:
    reader.click(reader.page.locator(".jp-CodeCell").first.get_by_role("textbox"))
    reader.run(lab)
    reader.run(lab)
    reader.answers(reader.page.locator(".at-live").first)
    assert reader.deeds <= MOST


@pytest.mark.slow  # as the walk by keys, with a notebook and a kernel of its own
@pytest.mark.parametrize("reader", ["03-what-reportedly-hides"], indirect=True)
def test_of_a_lesson_by_shift_and_enter_from_its_head(lab: Lab, reader: Reader) -> None:
    # The way to other lessons, what this one is about, two questions from before.
    for _ in range(3):
        reader.run(lab)
    reader.answers(reader.page.locator(".at-live").first)
    assert reader.deeds <= MOST


@pytest.mark.parametrize(
    "reader",
    [pytest.param("00-start-here", marks=pytest.mark.slow), "03-what-reportedly-hides"],
    indirect=True,
)
def test_by_keys_alone(lab: Lab, reader: Reader) -> None:
    """All cells are run, a key goes to the first question, and two choose and check."""
    reader.press("Control+a")
    reader.press("Control+Enter")
    lab.ran_all(reader.page)
    reader.press("Alt+q")
    live = reader.page.locator(".at-live").first
    reader.sees(live.locator("h3"))
    expect(live.get_by_role("radio").first).to_be_focused()
    reader.press("Space")
    reader.press("Enter")
    expect(live.locator(".at-headline")).not_to_be_empty()
    assert reader.deeds <= MOST
