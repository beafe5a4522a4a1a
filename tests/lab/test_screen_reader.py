"""A real screen reader in a real JupyterLab."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from accordingto.notebooks.copy import start
from by_ear import DEEDS, SHEET, Heard, listening
from real_lab import Lab

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def heard(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    kit = tmp_path_factory.mktemp("kit")
    start(kit)
    with listening(browser, tmp_path_factory.mktemp("reader")) as (reader, window):
        lab = Lab(kit, tmp_path_factory.mktemp("home"), window)
        try:
            page = lab.open(f"{SHEET.lesson}.ipynb")
            lab.run_all(page)
            page.bring_to_front()
            yield Heard(reader, page)
        finally:
            lab.close()


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_an_exercise_is_done_by_ear(heard: Heard, deed: Callable[[Heard], None]) -> None:
    deed(heard)
