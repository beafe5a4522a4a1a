"""Wheels for the browser: the same bytes each time, and nothing of another system."""

from __future__ import annotations

import zipfile
from pathlib import Path

from accordingto.content import Content
from accordingto.site.carried import carried
from accordingto.site.wheels import fitted, kit_wheel


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
