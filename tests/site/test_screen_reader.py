"""A real screen reader in the browser edition: what is heard is what is heard on a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from browser_edition import Reader
from by_ear import DEEDS, SHEET, Heard, listening
from served import Served

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]


@pytest.fixture(scope="module")
def heard(
    browser: Browser, site: Served, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Heard]:
    with listening(browser, tmp_path_factory.mktemp("reader")) as (reader, window):
        student = Reader(window, f"{site.address}/kit")
        page = student.open(SHEET.lesson)
        student.run_all()
        page.bring_to_front()
        yield Heard(reader, page)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_an_exercise_is_done_by_ear(heard: Heard, deed: Callable[[Heard], None]) -> None:
    deed(heard)
