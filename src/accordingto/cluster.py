"""A Dask cluster for whatever takes long: many machines in place of many cores."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 10  # seconds until a scheduler that does not answer is given up


@contextmanager
def cluster(address: str) -> Iterator[None]:
    """The cluster at an address as the default one, which joblib's backend finds.

    Raises ValueError, in one sentence, where `dask` is not installed or nobody answers.
    """
    try:
        from dask.distributed import Client
    except ImportError:
        raise ValueError("--dask needs the extra: pip install 'according-to[dask]'") from None
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError):
        raise ValueError(f"--dask: no Dask scheduler answers at {address!r}") from None
    with client:
        yield
