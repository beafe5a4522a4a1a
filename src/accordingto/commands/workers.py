"""How many do the work: the options that every command with a long job takes."""

from __future__ import annotations

import argparse


def add_workers(parser: argparse.ArgumentParser) -> None:
    """How many cores of this machine, or which cluster."""
    parser.add_argument("--jobs", type=int, default=1, help="cores; -1 for all (default 1)")
    parser.add_argument("--dask", metavar="ADDRESS", help="the address of a Dask scheduler")
