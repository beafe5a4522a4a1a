"""A blank page for the tests of the front end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from blank_page import BlankPage


@pytest.fixture
def blank(browser: Browser) -> Iterator[BlankPage]:
    """A blank page in the light theme."""
    opened = BlankPage(browser)
    yield opened
    opened.page.close()
