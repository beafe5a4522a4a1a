"""How many do the work, where it takes long: the cores of this machine, or a Dask cluster."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TypeVar

import msgspec

T = TypeVar("T")
U = TypeVar("U")
PATIENCE = 10  # seconds until a scheduler that does not answer is given up
AHEAD = 32  # results that may wait for whoever takes them, so that memory does not grow
HOLD = 0.25  # seconds for which results are gathered, to be handed on together


def cores(jobs: int) -> int:
    """How many processes are meant: -1 is one for each core that this program may use.

    Raises ValueError for what is no number of processes.
    """
    if jobs > 0:
        return jobs
    if jobs == 0:
        raise ValueError("expected 1 process or more, or -1 for one on each core, got 0")
    if hasattr(os, "sched_getaffinity"):  # of Linux: fewer may be lent to this program
        there = len(os.sched_getaffinity(0))
    else:
        there = os.cpu_count() or 1
    return max(1, there + 1 + jobs)


def learn_types() -> None:
    """Let msgspec look at every type of the kit now, before there are threads.

    It does so when a type is first read, and Python itself can crash where two threads come to one
    type at the same moment.
    """
    kinds = [msgspec.Struct]
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if kind.__module__.startswith("accordingto."):
            with suppress(TypeError):  # a base that is never read, and holds what no file does
                msgspec.json.Decoder(kind)


def in_order(
    pool: ThreadPoolExecutor, work: Callable[[T], U], things: Iterable[T]
) -> Iterator[list[U]]:
    """What `work` makes of each thing, in order, those together that are there at one time."""
    left = iter(things)
    waiting = deque(pool.submit(work, thing) for thing in islice(left, AHEAD))
    while waiting:
        done: list[U] = []
        until = time.monotonic() + HOLD
        while waiting and (not done or _comes(waiting[0], until)):
            done.append(waiting.popleft().result())
            waiting.extend(pool.submit(work, thing) for thing in islice(left, 1))
        yield done


def _comes(result: Future[U], until: float) -> bool:
    left = until - time.monotonic()
    return left > 0 and bool(wait([result], left).done)


def over(address: str, work: Callable[[T], U], things: Iterable[T]) -> Iterator[list[U]]:
    """The same, on a Dask cluster, one by one. Raises ValueError where none answers there."""
    from joblib import Parallel, delayed, parallel_config

    with cluster(address), parallel_config(backend="dask"):
        parallel = Parallel(n_jobs=-1, return_as="generator")
        for result in parallel(delayed(work)(thing) for thing in things):
            yield [result]


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
