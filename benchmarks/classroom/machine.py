"""What one student costs a machine: a server of their own, and a kernel in which a lesson has run.

    python benchmarks/classroom/machine.py

Memory is the proportional set size: what is shared with others counts once among them all. Linux.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel

from accordingto.notebooks.copy import start

LESSONS = ("00-start-here", "02-who-says-so", "04-inside-the-quotation-marks", "07-do-we-agree")
AT_ONCE = 6


def megabytes(process: int) -> float:
    """The proportional set size of a process."""
    found = re.search(r"Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text("ascii"))
    assert found
    return int(found[1]) / 1024


class Student:
    """A kernel in a working copy of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "notebooks"
        start(folder)
        self._manager, self._client = start_new_kernel(cwd=str(self._folder))
        self.process = int(self._manager.provisioner.pid)  # type: ignore[union-attr]

    def read(self, lesson: str) -> None:
        """Run every cell of a lesson, as who has just opened it does."""
        page = nbformat.read(self._folder / f"{lesson}.ipynb", as_version=4)
        for cell in page.cells:
            if cell.cell_type == "code":
                reply = self._client.execute_interactive(
                    cell.source, timeout=300, output_hook=lambda _: None, allow_stdin=False
                )
                assert reply["content"]["status"] == "ok", reply["content"]

    def close(self) -> None:
        """End the kernel."""
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)


def main() -> None:
    """Print a table in Markdown."""
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(AT_ONCE) as pool:
        students = list(pool.map(Student, (Path(place) / str(n) for n in range(AT_ONCE))))
        print("| after running | MB a kernel | all of them ready after, s |\n|---|---:|---:|")
        for lesson in LESSONS:
            began = time.monotonic()
            list(pool.map(lambda one, lesson=lesson: one.read(lesson), students))
            took = time.monotonic() - began
            mean = sum(megabytes(one.process) for one in students) / AT_ONCE
            print(f"| {lesson} | {mean:.0f} | {took:.0f} |", flush=True)
        for one in students:
            one.close()
        print(f"| a server without a kernel | {server(Path(place)):.0f} | |")


def server(folder: Path) -> float:
    """The memory of a JupyterLab that nobody shares."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["-m", "jupyterlab", "--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    lab = subprocess.Popen(
        [sys.executable, *words, "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "JUPYTER_CONFIG_DIR": str(folder / "config")},
    )
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/lab").close()
                break
            except OSError:
                time.sleep(0.2)
        return megabytes(lab.pid)
    finally:
        lab.terminate()
        lab.wait(30)


if __name__ == "__main__":
    main()
