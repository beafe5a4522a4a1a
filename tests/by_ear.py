"""Exercises of a lesson done by keys alone, and what a screen reader says: wherever it is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from accordingto.exercises import Sheet
from conftest import FLAGS, chromium_path
from hands import BEGIN_AT
from real_lab import NOTEBOOK_AT_REST
from screen_reader import ScreenReader, require

SHEET = Sheet.of("02-who-says-so")
FLAG = "--force-renderer-accessibility"  # Chromium asks whether somebody listens, and is told so
ANSWERS = """async () => {
  const {path} = jupyterapp.shell.currentWidget.context;
  const kept = path.replace(/([^/]*)\\.ipynb$/, 'answers/$1.json');
  const asked = {content: true, type: 'file', format: 'text'};
  const {content} = await jupyterapp.serviceManager.contents.get(kept, asked);
  return JSON.parse(content);
}"""


@dataclass
class Heard:
    """A lesson that ran in a window, and the screen reader that reads it."""

    reader: ScreenReader
    page: Page

    def begin_at(self, number: str) -> None:
        """The heading of an exercise, from where Tab goes on."""
        title = f"{number} {SHEET[number].title}"
        heading = self.page.get_by_role("heading", name=title)
        while not heading.evaluate("(title) => title === document.activeElement"):
            heading.scroll_into_view_if_needed()
            self.page.evaluate(NOTEBOOK_AT_REST)  # a cell that comes into view is drawn anew
            self.reader.hear(lambda: heading.evaluate(BEGIN_AT))

    def answer(self, number: str) -> Any:
        """The answer as it is kept beside the notebook."""
        return self.page.evaluate(ANSWERS)["exercises"][number]["answer"]


@contextmanager
def listening(browser: Browser, home: Path) -> Iterator[tuple[ScreenReader, Browser]]:
    """A screen reader, and a browser of the same kind in a window, which it reads."""
    require()
    reader = ScreenReader(home)
    try:
        window = browser.browser_type.launch(
            executable_path=chromium_path(with_window=True),
            headless=False,
            env={**reader.env},
            args=[*FLAGS, FLAG],
        )
        try:
            yield reader, window
        finally:
            window.close()
    finally:
        reader.close()


def guess_a_number_and_check_it(heard: Heard) -> None:
    press = heard.reader.press
    heard.begin_at("2.1")
    press("Tab", "Read the page push button")
    assert any("How much has no source? . 1 point" in one for one in heard.reader.said()), "a pause"
    press("Tab", "Your number entry", "Enter checks it", "Focus mode")
    press("x", "This is not a number: write digits, such as 42 or 4.2.")
    press("BackSpace")
    press("6")
    expect(heard.page.get_by_role("button", name="Lock my prediction").first).to_be_enabled()
    press("Tab", "Lock my prediction push button")
    press("space", "You predicted: 6 sentences. Look at")
    heard.reader.go("Tab", "Your number entry")
    press("7")
    press("Return", "Not this number (0 of 1 points)")
    press("ctrl+a")
    press("5")
    press("Return", "Right (1 of 1 points)")
    assert heard.answer("2.1")["value"] == 5


def answer_a_row_of_a_table(heard: Heard) -> None:
    press = heard.reader.press
    heard.begin_at("2.3")
    row = "the US will not support further military action (1) panel"
    press("Tab", "Read the page push button")
    press("Tab", "Choose for each row panel", "table with", "row header")
    press("Tab", f"Whose words: {row}", "The president or his spokesman", "radio button")
    press("space", "selected")
    press("Tab", f"Passed on by: {row}", "Nobody that the page shows", "radio button")
    press("space", "selected")
    heard.begin_at("2.4")
    heard.reader.go("shift+Tab", "Check push button")
    press("space", "1 of 12 choices right")
    assert heard.answer("2.3")["rows"] == {"A02": {"origin": "named official", "conduit": "nobody"}}


def sort_a_card_from_its_menu(heard: Heard) -> None:
    press = heard.reader.press
    heard.begin_at("2.5")
    card = "with almost no damage or casualties on the ground (2)"
    press("Tab", "Read the page push button")
    press("Tab", "Sort the cards panel", "List with 8 items", card, "toggle button not pressed")
    press("space", f"{card}: Still to sort. Picked up")
    press("space", f"{card}: Still to sort. Put down")
    heard.reader.go("Tab", f"Class of {card} combo box")
    press("Down", "Event.", f"{card}: Event")
    heard.begin_at("2.6")
    heard.reader.go("shift+Tab", "Check push button")
    press("space", "0 of 8 choices right, 1 in part")
    assert heard.answer("2.5")["classes"] == {"U07": "event"}


def mark_a_statement(heard: Heard) -> None:
    press = heard.reader.press
    heard.begin_at("2.2")
    heard.reader.go("Tab", "Redo push button")
    press(
        "Tab",
        "Mark the text read only text to mark",
        "Arrow keys go word by word, with Shift they choose more.",
        "To label: 1 Source, 2 Cue, 3 Content.",
        "Focus mode",
    )
    press("Down", "Appearing")
    press("Down", "Netanyahu")
    words = SHEET.home.article[SHEET.home.article.paragraphs[10]].split()
    for word in words[1 : words.index("Iran") + 1]:
        said = press("Right", word)
        assert not any("combo box" in one for one in said), f"a menu that did not change: {said}"
    press("1", "Marked as Source of statement 1: Iran")
    press("Right", "has")
    press("shift+Right", "warned")
    press("2", "Marked as Cue of statement 1: has warned")
    press("Right", "it")
    press("shift+End", "retaliates.")
    press("3", "Marked as Content of statement 1: it will respond")
    press("p", "Cue of statement 1: has warned")
    press("Delete", "Removed: has warned")
    press("ctrl+z", "Undone. Back: Cue of statement 1, has warned")
    press("t", "The next mark is a further part of statement 1")
    press("t", "Statement 1")
    heard.begin_at("2.3")
    heard.reader.go("shift+Tab", "Check push button")
    press("space", "You found 1 of 2")
    marks = [(one["label"], one["record"]) for one in heard.answer("2.2")["marks"]]
    assert marks == [("source", 1), ("cue", 1), ("content", 1)]


DEEDS: tuple[Callable[[Heard], None], ...] = (
    guess_a_number_and_check_it,
    answer_a_row_of_a_table,
    sort_a_card_from_its_menu,
    mark_a_statement,
)
