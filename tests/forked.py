"""Processes of their own, forked from one that has imported the kit already."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from functools import cache
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
PROCESSES: Any = multiprocessing.get_context("forkserver" if CAN_FORK else "spawn")


def started(work: Callable[..., None], *arguments: Any) -> BaseProcess:
    """A process that does this work, and ends with the tests."""
    _begin_server()
    process: BaseProcess = PROCESSES.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


@cache
def _begin_server() -> None:
    """Begin the process that others are forked from.

    Up to Python 3.12 it does not look for modules where its parent does, and says nothing.
    """
    if CAN_FORK:
        PROCESSES.set_forkserver_preload(["kernels", "writers"])
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), *sys.path]))
            forkserver.ensure_running()
