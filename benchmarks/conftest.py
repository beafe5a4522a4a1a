"""The benchmarks use the tests' own browser, and an outside yardstick where one is named."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_benchmark.fixture import BenchmarkFixture

from conftest import browser  # noqa: F401 - a fixture
from real_lab import Lab


@pytest.fixture
def in_fresh_kernels(
    lab: Lab, benchmark: BenchmarkFixture
) -> Callable[[str, Callable[[Page], None]], None]:
    """Measures what is done on a notebook of `lab`, each time in a kernel just become ready."""
    pages: list[Page] = []

    def opened(name: str) -> tuple[tuple[Page], dict[str, object]]:
        for page in pages:
            page.context.close()
        lab.end_sessions(f"{name}.ipynb")
        pages[:] = [lab.open(f"{name}.ipynb")]
        lab.ready(pages[0])
        return (pages[0],), {}

    def measure(name: str, run: Callable[[Page], None]) -> None:
        benchmark.pedantic(run, setup=lambda: opened(name), rounds=5, warmup_rounds=1)

    return measure


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--scorer", help="the folder of a scorer.py for quotation corpora")
    parser.addoption("--corpus", help="a corpus for it, one JSON object a line")
