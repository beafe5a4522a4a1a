"""The list of packages and the wheels in it: the same bytes each time, and nothing asked for."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

from accordingto.content import Content
from accordingto.site.carried import carried
from accordingto.site.lock import lock
from accordingto.site.wheels import fitted, kit_wheel, packed

ABOUT = """Metadata-Version: 2.1
Name: a.Tool
Version: 1.2
Requires-Dist: other_one>=1
Requires-Dist: far-away
Requires-Dist: not-here; sys_platform != "emscripten"
Requires-Dist: extra-thing; extra == "more"
"""


def test_the_list_names_what_lies_there_and_nothing_else(tmp_path: Path) -> None:
    module = {"tool/__init__.py": b"", "tool/data.txt": b"", "alone.py": b""}
    wheel = packed(tmp_path, "a_tool", "1.2", module, ABOUT)
    packed(tmp_path, "other-one", "3", {"other_one.py": b""})
    packages = lock(tmp_path)["packages"]
    assert list(packages) == ["a-tool", "other-one"]
    assert packages["a-tool"] == {
        "name": "a.Tool",
        "version": "1.2",
        "file_name": "a_tool-1.2-py3-none-any.whl",
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": ["alone", "tool"],
        "depends": ["other-one"],
        "unvendored_tests": False,
    }


def test_a_wheel_of_another_system_lends_its_python(tmp_path: Path) -> None:
    theirs = tmp_path / "fast-1.0-cp314-cp314-manylinux2014_x86_64.whl"
    with zipfile.ZipFile(theirs, "w") as wheel:
        wheel.writestr("fast/__init__.py", "x = 1")
        wheel.writestr("fast/_fast.cpython-314-x86_64-linux-gnu.so", "compiled")
        wheel.writestr("fast-1.0.dist-info/METADATA", "Name: fast\nVersion: 1.0\n")
        wheel.writestr("fast-1.0.dist-info/WHEEL", "Root-Is-Purelib: false")
    here = tmp_path / "here"
    here.mkdir()
    ours = fitted(theirs, here)
    assert ours.name == "fast-1.0-py3-none-any.whl"
    with zipfile.ZipFile(ours) as opened:
        names = [name for name in opened.namelist() if ".dist-info" not in name]
    assert names == ["fast/__init__.py"]


def test_the_kits_wheel_is_the_same_each_time_and_holds_what_a_lesson_reads(tmp_path: Path) -> None:
    once, again = tmp_path / "once", tmp_path / "again"
    once.mkdir()
    again.mkdir()
    wheel = kit_wheel(once, carried(Content.kit()))
    assert wheel.read_bytes() == kit_wheel(again, carried(Content.kit())).read_bytes()
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
    assert "accordingto/content/seeds/white-house-israel-iran/article.txt" in names
    assert "accordingto/content/exercises/02-who-says-so.yaml" in names
    assert "accordingto/in_browser/regex.py" in names
    assert not [name for name in names if "/site/" in name or "/answers/" in name]
