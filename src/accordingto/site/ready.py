"""What Python finds when it begins in a browser: packages in archives, compiled, and its memory.

A Python of the same kind makes them, so that no reader waits for it. It takes most of the time in
which a site is made, so for what others wrote it is done once and kept.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

from accordingto.exercises.disk import write_whole
from accordingto.site.archive import archive
from accordingto.site.tools import run_tool

_HERE = Path(__file__).parent
_COMPILING, _IN_PYODIDE = _HERE / "compiling.mjs", _HERE / "in_pyodide.py"
_REMEMBERING, _AHEAD = _HERE / "remembering.mjs", _HERE / "ahead.py"
_WAYS = (_COMPILING, _IN_PYODIDE, _REMEMBERING, _AHEAD, _HERE / "archive.py", _HERE / "unpack.mjs")
_LIBRARY = "python_stdlib.zip"
_PACKAGES, _OWN, _MEMORY = ARCHIVES = ("packages.bin", "kit.bin", "memory.bin")


def others_ready(python: Path, wheels: Path, kept: Path) -> None:
    """Put into a folder of Pyodide what others wrote: its library, these wheels and its memory.

    It is taken out of the folder `kept` where it was made before. Raises NotBuilt.
    """
    made = kept / _name(python, wheels)
    if not made.is_dir():
        _make(python, wheels, made)
    for part in made.iterdir():
        write_whole(python / part.name, part.read_bytes())


def kit_ready(python: Path, wheel: Path) -> None:
    """Put into a folder of Pyodide the kit's own wheel. Raises NotBuilt."""
    with tempfile.TemporaryDirectory(prefix="accordingto-") as scratch:
        copy = Path(shutil.copy(wheel, scratch))
        _compile(python, copy.parent)
        archive([copy], python / _OWN)


def _make(python: Path, wheels: Path, made: Path) -> None:
    made.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=made.parent) as scratch:
        theirs, whole = Path(scratch, "theirs"), Path(scratch, "whole")
        shutil.copytree(wheels, theirs)
        shutil.copy(python / _LIBRARY, theirs)
        _compile(python, theirs)
        whole.mkdir()
        archive(theirs.glob("*.whl"), whole / _PACKAGES)
        for folder in (whole, python):  # its memory knows where in it each module lies
            shutil.copy(theirs / _LIBRARY, folder)
        files = (python, whole / _PACKAGES, _AHEAD, whole / _MEMORY)
        run_tool(["node", str(_REMEMBERING), *map(str, files)], python, "Python’s memory")
        try:
            whole.rename(made)
        except OSError:
            if not made.is_dir():  # or another making at the same time was quicker
                raise


def _compile(python: Path, folder: Path) -> None:
    command = ["node", str(_COMPILING), str(python), str(folder), str(_IN_PYODIDE)]
    run_tool(command, python, "Python’s modules")


def _name(python: Path, wheels: Path) -> str:
    """The name under which all this is kept: another one where a part or the way is another."""
    whole = hashlib.sha256()
    for path in (*_WAYS, *sorted(python.iterdir()), *sorted(wheels.glob("*.whl"))):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:32]
