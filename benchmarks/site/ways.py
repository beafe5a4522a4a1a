"""The two ways to a lesson: the browser edition out of a folder, and JupyterLab on a desk."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from accordingto.notebooks.copy import start
from conftest import FLAGS, chromium_path
from real_lab import ALL_CELLS_RAN, DO, KERNEL_IS_IDLE, NOTEBOOK_AT_REST, Lab

PATIENCE = 240_000  # milliseconds


@contextmanager
def own_browser() -> Iterator[Browser]:
    """A browser that has nothing in its store yet."""
    with sync_playwright() as playwright:
        path = chromium_path()
        if path is None:
            raise SystemExit("no Chromium found: install it (apt-get install chromium)")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def desk() -> Iterator[Callable[[Browser], Lab]]:
    """What starts JupyterLab on a fresh working copy."""
    with tempfile.TemporaryDirectory() as place:
        kit, home = Path(place) / "kit", Path(place) / "home"
        start(kit)
        started: list[Lab] = []

        def begin(browser: Browser) -> Lab:
            started.append(Lab(kit, home, browser))
            return started[-1]

        try:
            yield begin
        finally:
            for lab in started:
                lab.close()


def run_all(page: Page) -> None:
    """Run every cell, once there is a kernel."""
    page.wait_for_function(KERNEL_IS_IDLE, timeout=PATIENCE)
    page.evaluate(DO, "notebook:run-all-cells")


def to_the_end(page: Page) -> None:
    """Run every cell, and wait until all that they show is drawn."""
    run_all(page)
    page.wait_for_function(ALL_CELLS_RAN, timeout=PATIENCE)
    page.evaluate(NOTEBOOK_AT_REST)
