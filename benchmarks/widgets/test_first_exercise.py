"""How soon the first exercise of a lesson stands, beside a notebook that only imports.

The aim: half of the time in which a bare notebook imports nltk and matplotlib, in one run. What
`make lab` installs is compiled when it is first imported, so that both are measured as they are on
the first day, when Python finds nothing compiled, and as they are from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from accordingto.notebooks.copy import start
from notebook_files import write
from real_lab import ALL_CELLS_RAN, Lab

SHOWN = {
    "imports": ["import nltk\nimport matplotlib.pyplot"],
    "exercise": ["from accordingto import lesson\nask = lesson('02-who-says-so')", "ask('2.1')"],
}
Measure = Callable[[str, Callable[[Page], None]], None]


@pytest.fixture(scope="module", params=["first day", "later"])
def lab(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lab]:
    kit = tmp_path_factory.mktemp("kit")
    compiled = tmp_path_factory.mktemp("compiled")
    start(kit)
    for name, sources in SHOWN.items():
        write(kit / "notebooks" / f"{name}.ipynb", sources)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPYCACHEPREFIX", str(compiled))
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1" if request.param == "first day" else "")
        running = Lab(kit, tmp_path_factory.mktemp("home"), browser)
    yield running
    running.close()


@pytest.mark.parametrize("name", list(SHOWN))
def test_the_first_stands(lab: Lab, in_fresh_kernels: Measure, name: str) -> None:
    """From the order to run all cells to the exercise on the page, in a kernel that is ready."""

    def run(page: Page) -> None:
        lab.start_all(page)
        if name == "imports":
            page.wait_for_function(ALL_CELLS_RAN)
        else:
            expect(page.locator(".at-live")).to_be_visible()

    in_fresh_kernels(name, run)
