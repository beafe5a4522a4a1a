"""What twenty exercises cost to open, beside twenty plain buttons. The aim: 1 s more at most."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_benchmark.fixture import BenchmarkFixture

from accordingto.exercises import Sheet
from accordingto.notebooks.copy import start
from notebook_files import write
from real_lab import Lab

GALLERY, FOUR = Sheet.of("gallery"), Sheet.of("04-inside-the-quotation-marks")
EXERCISES = [
    "from accordingto import lesson\nask, four = lesson('gallery'), lesson('" + FOUR.lesson + "')",
    *(f"ask({name!r})" for name in GALLERY.questions),
    *(f"four({name!r})" for name in list(FOUR.questions)[: 20 - len(GALLERY.questions)]),
]
BUTTONS = [
    "import ipywidgets\nfrom IPython.display import display",
    *(f"display(ipywidgets.Button(description='{number}'))" for number in range(20)),
]


@pytest.fixture(scope="module")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    kit = tmp_path_factory.mktemp("kit")
    start(kit)
    for name, sources in {"exercises": EXERCISES, "buttons": BUTTONS}.items():
        write(kit / "notebooks" / f"{name}.ipynb", sources)
    running = Lab(kit, tmp_path_factory.mktemp("home"), browser)
    yield running
    running.close()


@pytest.mark.parametrize(
    ("name", "drawn"), [("buttons", ".widget-button"), ("exercises", ".at-live")]
)
def test_twenty_are_drawn(lab: Lab, benchmark: BenchmarkFixture, name: str, drawn: str) -> None:
    """From the order to run all cells to the twentieth on the page, in a kernel that is ready."""

    def opened() -> tuple[tuple[Page], dict[str, object]]:
        for context in lab_pages:
            context.close()
        lab_pages[:] = [lab.open(f"{name}.ipynb")]
        lab.ready(lab_pages[0])
        return (lab_pages[0],), {}

    def run(page: Page) -> None:
        lab.start_all(page)
        expect(page.locator(drawn)).to_have_count(20)

    lab_pages: list[Page] = []
    benchmark.pedantic(run, setup=opened, rounds=5, warmup_rounds=1)
