"""Many articles on many cores: joblib here, or a Dask cluster by its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import islice

from accordingto.corpora.files import Trouble
from accordingto.instrument.reader import read
from accordingto.readings.records import Reading
from accordingto.text import Article
from accordingto.workers import cluster

BATCH = 64  # articles sent at once to each core; the corpus is never held whole

Outcome = tuple[Article, Reading] | Trouble


def read_one(article: Article) -> Reading:
    """What a worker runs."""
    return read(Article(article.id, article.text))


def read_all(
    articles: Iterable[Article | Trouble], *, jobs: int = 1, dask: str | None = None
) -> Iterator[Outcome]:
    """Each article with its reading, in the order given, troubles passed on in their place.

    Raises ValueError when `dask` is wanted and is not installed or nobody answers there.
    """
    source = iter(articles)
    if jobs == 1 and dask is None:
        for item in source:
            yield item if isinstance(item, Trouble) else (item, read(item))
        return
    from joblib import Parallel, delayed, effective_n_jobs, parallel_config

    with (
        cluster(dask) if dask else nullcontext(),
        parallel_config(backend="dask" if dask else "loky"),
        Parallel(n_jobs=jobs) as parallel,
    ):
        while batch := list(islice(source, BATCH * effective_n_jobs(jobs))):
            good = [item for item in batch if isinstance(item, Article)]
            readings = iter(parallel(delayed(read_one)(article) for article in good))
            for item in batch:
                yield item if isinstance(item, Trouble) else (item, next(readings))
