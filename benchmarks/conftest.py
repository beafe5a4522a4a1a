"""The benchmarks use the tests' own browser."""

from conftest import browser  # noqa: F401 - a fixture
