"""How many do the work, where it takes long: the cores of this machine, or a Dask cluster."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 10  # seconds until a scheduler that does not answer is given up


def add_workers(parser: argparse.ArgumentParser) -> None:
    """The options that every command with a long job takes."""
    parser.add_argument("--jobs", type=int, default=1, help="cores; -1 for all (default 1)")
    parser.add_argument("--dask", metavar="ADDRESS", help="the address of a Dask scheduler")


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
