"""A working copy: new things arrive, and what a person changed is never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.content import MANIFEST
from accordingto.notebooks import copy
from accordingto.notebooks.copy import start

FIRST = "notebooks/00-start-here.ipynb"


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small kit of two notebooks, the second a solution."""
    folder = tmp_path / "kit" / "notebooks" / "solutions"
    folder.mkdir(parents=True)
    (folder.parent / "00-start-here.ipynb").write_text("first", encoding="utf-8")
    (folder / "00-start-here.ipynb").write_text("solved", encoding="utf-8")
    monkeypatch.setattr("accordingto.content._KIT", tmp_path / "kit")
    return tmp_path / "kit"


def test_a_start_brings_everything(kit: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    assert start(mine).added == (FIRST, "notebooks/solutions/00-start-here.ipynb")
    assert (mine / FIRST).read_text(encoding="utf-8") == "first"


def test_a_second_start_changes_nothing(kit: Path, tmp_path: Path) -> None:
    start(tmp_path / "mine")
    assert start(tmp_path / "mine") == copy.Started((), (), (), ())


def test_what_was_changed_is_kept_and_said(kit: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    start(mine)
    (mine / FIRST).write_text("my own work", encoding="utf-8")
    assert start(mine).kept == (FIRST,)
    (kit / FIRST).write_text("a newer first", encoding="utf-8")
    again = start(mine)
    assert (again.kept, again.waiting, again.updated) == ((FIRST,), (FIRST,), ())
    assert (mine / FIRST).read_text(encoding="utf-8") == "my own work"


def test_what_was_not_changed_is_updated(kit: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    start(mine)
    (kit / FIRST).write_text("a newer first", encoding="utf-8")
    assert start(mine).updated == (FIRST,)
    assert (mine / FIRST).read_text(encoding="utf-8") == "a newer first"


def test_new_notebooks_are_added_and_answers_left_alone(kit: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    start(mine)
    answers = mine / "notebooks" / "answers" / "00-start-here.json"
    answers.parent.mkdir()
    answers.write_text("{}", encoding="utf-8")
    (kit / "notebooks" / "01-new.ipynb").write_text("new", encoding="utf-8")
    assert start(mine).added == ("notebooks/01-new.ipynb",)
    assert answers.read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("manifest", ["", "not json", "[1, 2]"])
def test_without_a_readable_manifest_nothing_is_overwritten(
    kit: Path, tmp_path: Path, manifest: str
) -> None:
    mine = tmp_path / "mine"
    start(mine)
    (mine / FIRST).write_text("my own work", encoding="utf-8")
    (mine / MANIFEST).write_text(manifest, encoding="utf-8")
    (kit / FIRST).write_text("a newer first", encoding="utf-8")
    assert start(mine).kept == (FIRST,)
    assert (mine / FIRST).read_text(encoding="utf-8") == "my own work"


@pytest.mark.parametrize("place", [".", "notebooks", "notebooks/mine"])
def test_the_kits_own_notebooks_are_no_place_to_work(kit: Path, place: str) -> None:
    before = sorted(kit.rglob("*"))
    with pytest.raises(ValueError, match="holds the kit's own notebooks; choose another place"):
        start(kit / place)
    assert sorted(kit.rglob("*")) == before


def test_what_lies_about_in_the_kit_is_not_handed_out(kit: Path, tmp_path: Path) -> None:
    checkpoints = kit / "notebooks" / ".ipynb_checkpoints"
    checkpoints.mkdir()
    (checkpoints / "00-start-here-checkpoint.ipynb").write_text("older", encoding="utf-8")
    assert start(tmp_path / "mine").added == (FIRST, "notebooks/solutions/00-start-here.ipynb")
