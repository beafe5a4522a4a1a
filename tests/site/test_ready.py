"""What Python begins with in a browser: made ready once, by the Python that will run it."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest

import accordingto.site
from accordingto.site.archive import archive
from accordingto.site.browser import put_pyodide, put_wheels
from accordingto.site.ready import kit_ready, others_ready
from accordingto.site.wheels import packed
from site_cache import everything_fetched

THEIRS = {"packages.bin", "memory.bin", "python_stdlib.zip"}
SITE = Path(accordingto.site.__file__).parent
UNPACKED = """
import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {unpack} from 'PLACE/unpack.mjs';
const there = {};
const folders = [];
const files = {
  mkdirTree: (path) => folders.push(path),
  writeFile: (path, content) => (there[path] = Buffer.from(content).toString('latin1')),
};
unpack(files, gunzipSync(readFileSync(process.argv[1])));
console.log(JSON.stringify([folders, there]));
"""


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(gzip.decompress(path.read_bytes()))) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_what_is_packed_is_unpacked_where_python_looks(tmp_path: Path) -> None:
    one = packed(tmp_path, "one", "1.0", {"one/__init__.py": b"", "one/data/\xe9.bin": b"\x00\xff"})
    two = packed(tmp_path, "two", "1.0", {"two.py": b"x = 1\n"})
    archive([two, one], tmp_path / "both.bin")
    script = UNPACKED.replace("PLACE", SITE.as_uri())
    command = ["node", "--input-type=module", "--eval", script, str(tmp_path / "both.bin")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    folders, there = json.loads(done.stdout)
    place = "/lib/python3.14/site-packages"
    assert len(folders) == len(set(folders))
    assert {str(Path(path).parent) for path in there} == {folder.rstrip("/") for folder in folders}
    assert there == {
        f"{place}/{name}": data.decode("latin1")
        for name, data in members(tmp_path / "both.bin").items()
    }
    assert there[f"{place}/one/data/\xe9.bin"] == "\x00\xff"
    assert there[f"{place}/two.py"] == "x = 1\n"


def test_the_same_wheels_give_the_same_archive(tmp_path: Path) -> None:
    wheels = [packed(tmp_path, name, "1.0", {f"{name}.py": b""}) for name in ("one", "two")]
    archive(wheels, tmp_path / "there.bin")
    archive(reversed(wheels), tmp_path / "back.bin")
    assert (tmp_path / "there.bin").read_bytes() == (tmp_path / "back.bin").read_bytes()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_what_others_wrote_is_made_ready_once_and_the_kit_each_time(tmp_path: Path) -> None:
    wheels, kept = tmp_path / "wheels", tmp_path / "kept"
    wheels.mkdir()
    put_wheels(wheels, everything_fetched())
    first, second = (laid_out(tmp_path / name) for name in ("first", "second"))
    others_ready(first, wheels, kept)
    (made,) = kept.iterdir()
    assert {path.name for path in made.iterdir()} == THEIRS
    for path in made.iterdir():
        path.write_bytes(path.read_bytes() + b" ")  # by which it is known again
    others_ready(second, wheels, kept)
    for path in made.iterdir():
        data = (second / path.name).read_bytes()
        assert data == path.read_bytes() != (first / path.name).read_bytes()
    for value in (b"1", b"2"):
        ours = packed(tmp_path, "according_to", "1.0", {"accordingto/__init__.py": b"x = " + value})
        kit_ready(first, ours)
        found = members(first / "kit.bin")
        assert found["accordingto/__init__.py"] == b"x = " + value
        assert "accordingto/__pycache__/__init__.cpython-314.pyc" in found
    theirs = members(first / "packages.bin")
    assert "ipywidgets/__init__.pyc" in theirs
    assert "ipywidgets/__init__.py" not in theirs


def laid_out(folder: Path) -> Path:
    """A folder of Pyodide."""
    folder.mkdir()
    put_pyodide(folder, everything_fetched())
    return folder
