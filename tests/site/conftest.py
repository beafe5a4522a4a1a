"""Sites, each built once in a run of the tests, whichever workers want it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from browser_edition import Reader
from firefox import firefox as opened
from served import Served
from site_cache import CACHE, ROOT, alone, everything_fetched


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[..., Path]:
    """Makes a site as the command does, with its options, where no worker has made it yet."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    def built(*options: str) -> Path:
        place = shared / "-".join(["site", *options])
        folder = place / "kit"
        with alone(place / "lock"):
            if not folder.exists():  # a making that failed lies elsewhere
                make(place / "making", *options)
                (place / "making").rename(folder)
        return folder

    return built


def make(folder: Path, *options: str) -> None:
    everything_fetched()
    command = [sys.executable, "-m", "accordingto", "site", str(folder), "--cache", str(CACHE)]
    done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def folder(build: Callable[..., Path]) -> Path:
    """The whole site."""
    return build()


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[Served]:
    """The site, served under a path of a host."""
    with Served(folder.parent) as served:
        yield served


@pytest.fixture(scope="session")
def outside() -> list[str]:
    """What Firefox has asked of other hosts."""
    return []


@pytest.fixture(scope="session")
def firefox(
    playwright: Playwright, outside: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """Debian's own Firefox."""
    with opened(playwright, tmp_path_factory.mktemp("firefox"), outside) as browser:
        yield browser


@pytest.fixture(params=["chromium", "firefox"])
def new_reader(request: pytest.FixtureRequest, site: Served) -> Iterator[Callable[..., Reader]]:
    """Makes somebody with a browser and nothing else, at the whole site or at another address."""
    if request.param == "firefox":
        browser, asked = request.getfixturevalue("firefox"), request.getfixturevalue("outside")
        asked.clear()
    else:
        browser, asked = request.getfixturevalue("browser"), None
    made: list[Reader] = []

    def new(address: str = f"{site.address}/kit") -> Reader:
        made.append(Reader(browser, address, outside=asked))
        return made[-1]

    yield new
    for reader in made:
        reader.context.close()
