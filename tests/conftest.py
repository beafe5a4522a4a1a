"""Settings and a browser that every test shares."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

collect_ignore = ["classroom/earlier_course"]  # files of students, and no tests

# No deadline: the first example pays for an import, and machines are shared.
settings.register_profile("kit", deadline=None, print_blob=True)
settings.load_profile("kit")
expect.set_options(timeout=20_000)  # a busy machine is slow; a page that is right passes at once

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# What takes longest begins first, lest one worker begins it as the others end.
LONG = {"test_house.py", "lab", "classroom", "notebooks"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files of `LONG` first, whichever of their folders is named."""
    items.sort(key=lambda item: LONG.isdisjoint(item.path.parts))


def chromium_path(*, with_window: bool = False) -> str | None:
    """The Chromium of this machine, under any of its usual names.

    Where no window is wanted that without one comes first: a page opens in a quarter of the time.
    """
    whole = ("chromium", "chromium-browser", "google-chrome", "chrome")
    names = whole if with_window else ("chromium-headless-shell", *whole)
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; it can be there once."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A real browser. Where there is none the test is skipped, and in CI it fails."""
    path = chromium_path()
    if path is None:
        sentence = "no Chromium found: install it (apt-get install chromium) to run browser tests"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield opened
    opened.close()
