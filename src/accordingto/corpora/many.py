"""Many articles on many cores: joblib here, or a Dask cluster by its address."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import Any

import msgspec

from accordingto.corpora.files import Trouble
from accordingto.instrument.reader import read
from accordingto.readings.records import Reading
from accordingto.text import Article
from accordingto.workers import cluster

BATCH = 100_000  # code points sent at once to a core: what was read is handed on batch by batch

ReadOutcome = tuple[Article, Reading] | Trouble


def read_batch(articles: list[Article]) -> list[bytes]:
    """Read in a worker. Returns encoded readings, which cost less to send than objects."""
    encode = msgspec.msgpack.Encoder().encode
    return [encode(read(article)) for article in articles]


def read_all(
    articles: Iterable[Article | Trouble], *, jobs: int = 1, dask: str | None = None
) -> Iterator[ReadOutcome]:
    """Returns each article with its reading, in the order given, troubles in their place.

    On many cores a batch is handed on as soon as it is read. Raises ValueError when `dask` is
    wanted and is not installed or nobody answers there.
    """
    if jobs == 1 and dask is None:
        for item in articles:
            yield item if isinstance(item, Trouble) else (item, read(item))
        return
    from joblib import Parallel, delayed, parallel_config

    decode = msgspec.msgpack.Decoder(Reading).decode
    sent: deque[list[Article | Trouble]] = deque()

    def tasks() -> Iterator[Any]:
        for batch in _batches(articles):
            sent.append(batch)
            good = [Article(one.id, one.text) for one in batch if isinstance(one, Article)]
            yield delayed(read_batch)(good)

    with (
        cluster(dask) if dask else nullcontext(),
        parallel_config(backend="dask" if dask else "loky"),
        Parallel(n_jobs=jobs, return_as="generator", batch_size=1) as parallel,
    ):
        for encoded in parallel(tasks()):
            readings = iter(encoded)
            for item in sent.popleft():
                yield item if isinstance(item, Trouble) else (item, decode(next(readings)))


def _batches(articles: Iterable[Article | Trouble]) -> Iterator[list[Article | Trouble]]:
    """Articles in lists of about BATCH code points, so that a corpus is never held whole."""
    batch: list[Article | Trouble] = []
    size = 0
    for item in articles:
        batch.append(item)
        size += len(item.text) if isinstance(item, Article) else 0
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
