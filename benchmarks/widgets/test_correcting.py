"""A page of some 500 words: drafted, and shown for correction beside a lesson's first exercise.

The aims: drafted within 0.25 s, and shown no later than the lesson opens its first exercise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_benchmark.fixture import BenchmarkFixture

from accordingto import seed
from accordingto.instrument import read
from accordingto.notebooks.copy import start
from accordingto.pages.blocks import Origin
from accordingto.pages.folder import keep
from accordingto.pages.page import Page as Kept
from accordingto.text import Article
from notebook_files import write
from real_lab import Lab

SEED = "white-house-israel-iran"  # of 546 words
SHOWN = {
    "lesson": ["from accordingto import lesson\nask = lesson('02-who-says-so')", "ask('2.1')"],
    "correct": ["from accordingto import correct", "draft = correct('mine')"],
}
Measure = Callable[[str, Callable[[Page], None]], None]


@pytest.fixture(scope="module")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    kit = tmp_path_factory.mktemp("kit")
    start(kit)
    article, _ = seed(SEED)
    page = Kept(tuple(article[one] for one in article.paragraphs), (), Origin(), ())
    keep(page, kit / "seeds", origin=Origin(), name="mine")
    for name, sources in SHOWN.items():
        write(kit / "notebooks" / f"{name}.ipynb", sources)
    running = Lab(kit, tmp_path_factory.mktemp("home"), browser)
    yield running
    running.close()


def test_a_page_is_drafted(benchmark: BenchmarkFixture) -> None:
    article, _ = seed(SEED)
    benchmark.pedantic(lambda: read(Article("mine", article.text)), rounds=20, warmup_rounds=2)


@pytest.mark.parametrize("name", list(SHOWN))
def test_the_first_is_shown(lab: Lab, in_fresh_kernels: Measure, name: str) -> None:
    """From the order to run all cells to what can be answered, in a kernel that is ready."""

    def run(page: Page) -> None:
        lab.start_all(page)
        expect(page.locator(".at-live")).to_be_visible()

    in_fresh_kernels(name, run)
