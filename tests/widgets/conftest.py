"""Blank pages for the tests of the front end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from blank_page import BlankPage, Blanks
from stored_page import StoredPage


@pytest.fixture(scope="session")
def blanks(browser: Browser) -> Iterator[Blanks]:
    """A blank page of a theme and a width, opened once: that costs ten times what a test does.

    A test that leaves traces in it, such as a listener, opens a page of its own.
    """
    opened: dict[tuple[str, int], BlankPage] = {}

    def blank_page(theme: str = "light", width: int = 900) -> BlankPage:
        if (theme, width) not in opened:
            opened[theme, width] = BlankPage(browser, theme=theme, width=width)
        opened[theme, width].clear()
        return opened[theme, width]

    yield blank_page
    for blank in opened.values():
        blank.page.close()


@pytest.fixture
def blank(blanks: Blanks) -> BlankPage:
    """A blank page in the light theme."""
    return blanks()


@pytest.fixture
def own_blank(browser: Browser) -> Iterator[BlankPage]:
    """One that no other test will be shown."""
    opened = BlankPage(browser)
    yield opened
    opened.page.close()


@pytest.fixture(scope="session")
def stored_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoredPage]:
    """A page on real kernels, opened once; each test begins in a folder of its own."""
    opened = StoredPage(browser, tmp_path_factory.mktemp("answers"))
    yield opened
    opened.end()
    opened.page.close()
