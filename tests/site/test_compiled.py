"""What others wrote is compiled once, by the Python that will run it, and then kept."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from accordingto.site.compiled import compile_all
from accordingto.site.lock import write_lock
from accordingto.site.wheels import packed
from site_cache import everything_fetched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
COMPILED = "__pycache__/__init__.cpython-314.pyc"


def laid_out(folder: Path, source: bytes) -> Path:
    """A folder of Pyodide with two wheels, and that of them which is the kit's."""
    folder.mkdir()
    for part in everything_fetched().pyodide.iterdir():
        if part.suffix != ".tgz":
            (folder / part.name).write_bytes(part.read_bytes())
    packed(folder, "theirs", "1.0", {"theirs/__init__.py": b"x = 1"})
    ours = packed(folder, "ours", "1.0", {"ours/__init__.py": source})
    write_lock(folder)
    return ours


def test_the_second_making_compiles_the_kit_alone(tmp_path: Path) -> None:
    first, second, kept = (tmp_path / name for name in ("first", "second", "kept"))
    compile_all(first, kept, own=laid_out(first, b"y = 1"))
    names = sorted(path.name.partition("-")[2] for path in kept.iterdir())
    assert names == ["python_stdlib.zip", "theirs-1.0-py3-none-any.whl"]
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes() + b" ")  # by which it is known again
    compile_all(second, kept, own=laid_out(second, b"y = 2"))
    for path in kept.iterdir():
        name = path.name.partition("-")[2]
        assert (second / name).read_bytes() == path.read_bytes() != (first / name).read_bytes()
    codes = []
    for folder in (first, second):
        with zipfile.ZipFile(folder / "ours-1.0-py3-none-any.whl") as wheel:
            codes.append(wheel.read(f"ours/{COMPILED}"))
    assert codes[0] != codes[1]
