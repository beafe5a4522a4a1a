"""The whole site, built once from what is fetched once and kept in `build/`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.exercises.disk import held
from accordingto.site.fetched import fetched
from served import Served

ROOT = Path(__file__).parents[2]
CACHE = ROOT / "build" / "fetched"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, as the command writes it."""
    folder = tmp_path_factory.mktemp("site") / "kit"
    CACHE.mkdir(parents=True, exist_ok=True)
    with held(CACHE.with_name("fetching"), patience=300):  # two files of tests want the same
        fetched(CACHE)
    command = [sys.executable, "-m", "accordingto", "site", str(folder), "--cache", str(CACHE)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Served]:
    """The site, served under a path of a host."""
    with Served(folder.parent) as served:
        yield served
