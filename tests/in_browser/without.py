"""A notebook run to its end by a Python that lacks what Python in a browser lacks.

`python without.py NOTEBOOK STAND_INS` runs every code cell in an IPython shell, from the
notebook's folder, and prints as JSON what stopped and what was imported. `STAND_INS` is the folder
whose modules stand in for compiled ones.
"""

from __future__ import annotations

import asyncio
import errno
import fcntl
import importlib.abc
import json
import os
import socket
import subprocess
import sys
import sysconfig
import threading
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

# No wheel of these for a browser is on the registry, or they need processes, sockets or a terminal.
ABSENT = {
    *("PIL", "contourpy", "fontTools", "kiwisolver", "matplotlib", "numpy", "pandas", "scipy"),
    *("dask", "distributed", "joblib", "pexpect", "psutil", "rich", "tornado", "uvicorn", "zmq"),
    *("ipykernel", "jupyter_client", "jupyter_core", "jupyter_server", "jupyterlab"),
    *("jsonschema", "nbclient", "nbformat", "rpds"),
}


class _Absent(importlib.abc.MetaPathFinder):
    """Finds none of what is not there."""

    def find_spec(self, name: str, *_: Any) -> None:
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _refuses(error: Exception) -> Any:
    def refuse(*_: Any, **__: Any) -> None:
        raise error

    return refuse


def take_away(stand_ins: Path) -> None:
    """Make this process as poor as a kernel in a browser."""
    sys.meta_path.insert(0, _Absent())
    sys.path.insert(0, str(stand_ins))
    vars(fcntl).clear()
    threading.Thread.start = _refuses(RuntimeError("can't start new thread"))  # type: ignore[method-assign]
    subprocess.Popen.__init__ = _refuses(OSError(errno.EOPNOTSUPP, "Not supported"))  # type: ignore[method-assign]
    socket.socket.connect = _refuses(OSError(errno.EOPNOTSUPP, "Not supported"))  # type: ignore[method-assign]
    os.symlink = _refuses(PermissionError(errno.EPERM, "Operation not permitted"))
    del (
        os.fork,
        os.link,
        os.sched_getaffinity,
    )  # of Emscripten, which makes no processes and no links
    sysconfig.get_config_vars()  # read once, from a file that is named for the platform
    sys.platform = "emscripten"


class Published(DisplayPublisher):
    """Notes what a cell displays."""

    shell: Any

    def publish(self, data: Any, *_: Any, update: bool = False, **__: Any) -> None:
        if not update:
            self.shell.shown.append(data.get("text/plain", ""))


class Result(DisplayHook):
    """Notes what a cell's last line gives."""

    shell: Any

    def write_output_prompt(self) -> None:
        """A page shows it, and no terminal."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        self.shell.shown.append(format_dict.get("text/plain", ""))


class Shell(InteractiveShell):
    """A shell that looks like a kernel's, and stops at a traceback, as that of JupyterLite does."""

    kernel = "in a browser"

    def begin(self) -> None:
        self.stopped: str | None = None
        self.shown: list[str] = []

    def _showtraceback(self, kind: Any, error: Any, lines: Any) -> None:
        self.stopped = f"{kind.__name__}: {error}"


def run(notebook: Path) -> list[dict[str, Any]]:
    """Run all its cells in their order: what each printed and showed, and where it stopped."""
    os.chdir(notebook.parent)
    quiet = Config({"HistoryManager": {"enabled": False}})  # it has a thread and a database
    shell = Shell.instance(config=quiet, display_pub_class=Published, displayhook_class=Result)
    told = []
    for cell in json.loads(notebook.read_bytes())["cells"]:
        if cell["cell_type"] == "code":
            shell.begin()
            with redirect_stdout(StringIO()) as printed:
                asyncio.run(_run_cell(shell, "".join(cell["source"])))
            told.append(
                {"stopped": shell.stopped, "printed": printed.getvalue(), "shown": shell.shown}
            )
    return told


async def _run_cell(shell: Any, source: str) -> None:
    """As a kernel does, which has a loop at work."""
    shell.run_cell(source, store_history=True)


if __name__ == "__main__":
    take_away(Path(sys.argv[2]))
    cells = run(Path(sys.argv[1]))
    imported = sorted({name.partition(".")[0] for name in sys.modules})
    print(f"\n{json.dumps({'cells': cells, 'imported': imported})}")
