"""Wheels for the browser: the same bytes each time, and nothing of another system."""

from __future__ import annotations

import zipfile
from pathlib import Path

from accordingto.content import Content
from accordingto.site.carried import carried
from accordingto.site.wheels import fitted, kit_wheel
from accordingto.yamlfile import YamlFile


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


def test_what_people_wrote_as_yaml_is_carried_as_json_that_says_the_same(tmp_path: Path) -> None:
    files = {name: data for name, data in carried(Content.kit()).items() if name.endswith(".yaml")}
    assert {Path(name).name for name in files} >= {"about.yaml", "reading.yaml", "gallery.yaml"}
    for name, data in files.items():
        assert data.startswith(b"{")
        assert b"\n" not in data
        (tmp_path / "carried.yaml").write_bytes(data)
        written = YamlFile.read(Content.kit().root / name)
        assert YamlFile.read(tmp_path / "carried.yaml").data == written.data


def test_a_date_has_no_form_in_json_and_stays_in_yaml(tmp_path: Path) -> None:
    place = tmp_path / "seeds" / "mine"
    place.mkdir(parents=True)
    (place / "about.yaml").write_bytes(b"read: 2026-05-01\n")
    assert carried(Content(tmp_path))["seeds/mine/about.yaml"] == b"read: 2026-05-01\n"
