"""The benchmarks use the tests' own browser, and an outside yardstick where one is named."""

import pytest

from conftest import browser  # noqa: F401 - a fixture


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--scorer", help="the folder of a scorer.py for quotation corpora")
    parser.addoption("--corpus", help="a corpus for it, one JSON object a line")
