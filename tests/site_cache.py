"""What sites are made of: fetched once for all tests, and kept in `build/`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from accordingto.exercises.disk import held
from accordingto.site.fetched import Fetched, fetched

ROOT = Path(__file__).parents[1]
CACHE = ROOT / "build" / "fetched"
PATIENCE_SECONDS = 900  # while another worker makes the same


def everything_fetched() -> Fetched:
    """What is kept, or, the first time, out of the network."""
    with alone(CACHE.with_name("fetching")):
        return fetched(CACHE)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """While another worker has the lock this one waits."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.touch()
    with held(lock, patience=PATIENCE_SECONDS):
        yield
