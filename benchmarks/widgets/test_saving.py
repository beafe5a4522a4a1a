"""How long a key press takes to reach the file on the disk. The aim: 100 ms."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_benchmark.fixture import BenchmarkFixture

from accordingto.notebooks.copy import start
from real_lab import Lab
from walking import expect_saved


def test_a_key_reaches_the_disk(
    browser: Browser, benchmark: BenchmarkFixture, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In a real JupyterLab, from the press to the new bytes."""
    kit = tmp_path_factory.mktemp("kit")
    start(kit)
    lab = Lab(kit, tmp_path_factory.mktemp("home"), browser)
    try:
        page = lab.open("00-start-here.ipynb")
        lab.run_all(page)
        field = page.get_by_label("Your number")
        field.fill("1")
        expect_saved(page.locator(".at-live").nth(1))
        path = kit / "notebooks" / "answers" / "00-start-here.json"

        def press() -> None:
            before = given(path)
            field.press("5")
            while given(path) == before:
                time.sleep(0.001)

        benchmark.pedantic(press, rounds=12, warmup_rounds=2)
    finally:
        lab.close()


def given(path: Path) -> float | None:
    value: float | None = json.loads(path.read_bytes())["exercises"]["0.2"]["answer"]["value"]
    return value
