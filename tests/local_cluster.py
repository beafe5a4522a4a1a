"""A Dask cluster within the test's own process."""

from __future__ import annotations

from dask.distributed import LocalCluster


def local_cluster() -> LocalCluster:
    """One worker on loopback, to be used in a `with`; joblib works by itself on one core."""
    return LocalCluster(
        n_workers=1,
        threads_per_worker=2,
        processes=False,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=None,
    )
