"""The law of `tests/widgets/test_nothing_is_lost.py` in a real JupyterLab, with fewer sequences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from accordingto.exercises.answers import read_answers
from real_lab import Lab

SEQUENCES = 20
LESSON, EXERCISE = "gallery", "g.15"
SOURCES = [f"from accordingto import lesson\nask = lesson({LESSON!r})", f"ask({EXERCISE!r})"]
NOTEBOOKS = ("mine.ipynb", "mine.ipynb", "mine-Copy1.ipynb")  # a window each, two on one kernel
LOADS = 3
SHOWS = """(text) => {
  const shown = [...document.querySelectorAll('.at-parts textarea')].map((area) => area.value);
  return shown.length > 0 && shown.every((value) => value === text);
}"""
# In one piece, as a key is pressed over what is shown then; it says what that was.
TYPE = """(area, sign) => {
  const shown = area.value;
  area.value += sign;
  area.dispatchEvent(new InputEvent('input', {bubbles: true}));
  return shown;
}"""
STEPS = st.tuples(
    st.sampled_from(["key", "key", "key", "key", "check", "restore", "stop", "restart"]),
    st.integers(0, len(NOTEBOOKS) - 1),
)

TWO_ANSWERS = [("key", 1), ("key", 0)]  # of two windows on one kernel: the first is offered back

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]


class Desk:
    """Three windows on two notebooks: what people do there, and what must be true of it.

    Each key writes a sign that no other key writes, so that a text tells which keys made it.
    """

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.file = lab.kit / "notebooks" / "answers" / f"{LESSON}.json"
        self.typed: list[tuple[str, str]] = []
        for name in set(NOTEBOOKS):
            write(lab.kit / "notebooks" / name)
        self.pages: list[Page] = []
        for window, name in enumerate(NOTEBOOKS):
            self.pages.append(lab.open(name))
            if name not in NOTEBOOKS[:window]:
                self.run(window)
            self.see(window)

    def begin(self) -> None:
        """Begin anew: nothing is kept, and nothing shown.

        A button of the sequence before may only now come to its kernel, which keeps what it was
        pressed for.
        """
        self.typed = []
        for _ in range(10):
            self.file.unlink(missing_ok=True)
            self.pages[0].wait_for_timeout(2_000)  # every kernel looks once a second
            if not self.file.exists() and all(page.evaluate(SHOWS, "") for page in self.pages):
                return
        raise AssertionError("what was kept does not go")

    def run(self, window: int) -> None:
        self.lab.run_all(self.pages[window])
        self.lab.save(self.pages[window])

    def see(self, window: int) -> None:
        """Wait for the live face.

        Where its widgets come back in the very moment in which JupyterLab's patience of two
        seconds ends, it shows none until the page is loaded again, as the still face says.
        """
        page = self.pages[window]
        for _ in range(LOADS):
            try:
                page.locator(".at-live").wait_for()
                return
            except PlaywrightTimeout:
                expect(page.get_by_text("To change it, save and reload this page")).to_be_visible()
                self.lab.reload(page)
        raise AssertionError(f"{LOADS} loads have brought no live face")

    def do(self, deed: str, window: int) -> None:
        page = self.pages[window]
        if deed == "key":
            field = page.get_by_label("Your text")
            sign = chr(ord("一") + len(self.typed))
            self.typed.append((field.evaluate(TYPE, sign), sign))
        elif deed == "stop":
            for kernel in self.lab.kernels():
                kernel.suspend()
        elif deed == "restart":
            self.restart(NOTEBOOKS[window])
        else:
            name = {"check": "Check", "restore": "Restore it"}[deed]
            button = page.get_by_role("button", name=name, exact=True)
            if button.is_visible() and button.is_enabled():
                button.click()

    def restart(self, name: str) -> None:
        """A notebook's kernel ends at its work; the notebook is run anew, and shown in all."""
        self.go_on()
        self.lab.end_sessions(name)
        first, *others = [window for window, its in enumerate(NOTEBOOKS) if its == name]
        self.lab.reload(self.pages[first])
        self.run(first)
        self.see(first)
        for window in others:
            self.lab.reload(self.pages[window])
            self.see(window)

    def go_on(self) -> None:
        for kernel in self.lab.kernels():
            kernel.resume()

    def check(self) -> None:
        """Every view shows what is on the disk, and each text is kept or was replaced in sight."""
        self.go_on()
        for page in self.pages:
            expect(page.locator(".at-live .at-saved")).to_be_visible()  # and no "Not saved"
            expect(page.get_by_text("Not saved").filter(visible=True)).to_have_count(0)
        text, kept = "", {""}
        for _ in range(100):
            text, kept = self.kept()
            if all(page.evaluate(SHOWS, text) for page in self.pages):
                break
            self.pages[0].wait_for_timeout(200)
        assert [page.evaluate(SHOWS, text) for page in self.pages] == [True] * len(self.pages)
        written = {shown + sign for shown, sign in self.typed}
        replaced = {shown for shown, sign in self.typed if any(sign in one for one in written)}
        assert written - replaced <= kept

    def kept(self) -> tuple[str, set[str]]:
        """The text on the disk, and all that are."""
        if not self.file.exists():
            return "", {""}
        entry = read_answers(self.file.read_bytes()).exercises[EXERCISE]
        text = entry.answer.get("text") or ""
        return text, {"", text, *(one.answer.get("text") or "" for one in entry.attempts)}


def write(path: Path) -> None:
    cells = [nbformat.v4.new_code_cell(source) for source in SOURCES]
    metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)


@pytest.fixture(scope="module")
def desk(lab: Lab) -> Iterator[Desk]:
    opened = Desk(lab)
    yield opened
    opened.go_on()
    for page in opened.pages:
        page.context.close()


@settings(
    max_examples=SEQUENCES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)
@given(st.lists(STEPS, min_size=3, max_size=8))
@example([*TWO_ANSWERS, ("restore", 1), ("key", 1), ("key", 2), ("restore", 1), ("key", 1)])
@example([*TWO_ANSWERS, ("restore", 1), ("key", 2), ("key", 2), ("key", 0), ("key", 0)])
def test_nothing_that_was_written_is_lost(desk: Desk, steps: list[tuple[str, int]]) -> None:
    desk.begin()
    for step in steps:
        desk.do(*step)
    desk.check()
