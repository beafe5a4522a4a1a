"""Modules compiled by the Python that will run them, so that no reader waits for that.

It takes most of the time in which a site is made, so what others wrote is compiled once and kept.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from accordingto.exercises.disk import write_whole
from accordingto.site.fetched import PYODIDE
from accordingto.site.tools import run_tool

_HERE = Path(__file__).parent
_RUNNER, _SCRIPT = _HERE / "compiling.mjs", _HERE / "in_pyodide.py"
_LIBRARY = "python_stdlib.zip"


def compile_all(python: Path, kept: Path, *, own: Path) -> None:
    """Compile every wheel and Python's library in the folder of Pyodide, in their places.

    What was compiled before is taken out of the folder `kept`, and what is compiled now is put
    there, but for the kit's `own` wheel, which is another one each time. Raises NotBuilt.
    """
    archives = [*python.glob("*.whl"), python / _LIBRARY]
    names = {archive: kept / _name(archive) for archive in archives}
    for archive, name in names.items():
        if name.is_file():
            write_whole(archive, name.read_bytes())
            archives.remove(archive)
    with tempfile.TemporaryDirectory(prefix="accordingto-") as scratch:
        for archive in archives:
            write_whole(Path(scratch, archive.name), archive.read_bytes())
        command = ["node", str(_RUNNER), str(python), scratch, str(_SCRIPT)]
        run_tool(command, python, "Python’s modules")
        for archive in archives:
            data = Path(scratch, archive.name).read_bytes()
            write_whole(archive, data)
            if archive != own:
                write_whole(names[archive], data)


def _name(archive: Path) -> str:
    """What a compiled archive is kept as: another one where it, the way or Python is another."""
    whole = hashlib.sha256(PYODIDE.encode() + _SCRIPT.read_bytes() + archive.read_bytes())
    return f"{whole.hexdigest()[:32]}-{archive.name}"
