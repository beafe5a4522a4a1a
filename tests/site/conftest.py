"""Sites, built once from what is fetched once and kept in `build/`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from accordingto.exercises.disk import held
from accordingto.site.fetched import fetched
from served import Served

ROOT = Path(__file__).parents[2]
CACHE = ROOT / "build" / "fetched"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Makes a site as the command does, with its options."""

    def built(*options: str) -> Path:
        folder = tmp_path_factory.mktemp("site") / "kit"
        CACHE.mkdir(parents=True, exist_ok=True)
        with held(CACHE.with_name("fetching"), patience=300):  # two files of tests want the same
            fetched(CACHE)
        command = [sys.executable, "-m", "accordingto", "site", str(folder), "--cache", str(CACHE)]
        done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return folder

    return built


@pytest.fixture(scope="module")
def folder(build: Callable[..., Path]) -> Path:
    """The whole site."""
    return build()


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Served]:
    """The site, served under a path of a host."""
    with Served(folder.parent) as served:
        yield served
