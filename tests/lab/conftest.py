"""JupyterLab on a fresh working copy, once for each file of tests.

Whatever opens one is slow, but for the way to the first answer, which `make test` goes once.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from accordingto.notebooks.copy import start
from real_lab import Lab


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    """JupyterLab on a fresh working copy."""
    kit = tmp_path_factory.mktemp("kit")
    start(kit)
    running = Lab(kit, tmp_path_factory.mktemp("home"), browser)
    yield running
    running.close()
