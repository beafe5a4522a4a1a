"""A site goes where its former making was: nothing of that stays, and nothing else is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.site.placing import MARK, NoPlaceForSite, others, place, see_that_it_is_free

PARTS = st.sampled_from(["a", "b", "c"])
NAMES = st.lists(PARTS, min_size=1, max_size=3).map("/".join)


def made(folder: Path, **files: str) -> Path:
    """A finished making, with a file for each name, in which __ stands for a folder."""
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK
    }


def test_no_page_of_the_former_making_stays_and_what_is_the_owners_does(tmp_path: Path) -> None:
    site = tmp_path / "site"
    place(made(tmp_path / "1", index="one", lessons__old="old", run__wheel="1"), site)
    made(site, CNAME="my.school", lessons__notes="mine")
    see_that_it_is_free(site)
    place(made(tmp_path / "2", index="two", run__wheel="2", guides__new="new"), site)
    assert files(site) == {
        "index": "two",
        "run/wheel": "2",
        "guides/new": "new",
        "CNAME": "my.school",
        "lessons/notes": "mine",
    }
    assert others(site) == {"CNAME", "lessons/notes"}
    (site / "lessons" / "notes").unlink()
    place(made(tmp_path / "3", index="three"), site)
    assert files(site) == {"index": "three", "CNAME": "my.school"}
    assert not (site / "run").exists()


@given(st.lists(st.sets(NAMES, max_size=4), min_size=1, max_size=4))
def test_whatever_was_made_before_only_the_last_is_there(
    tmp_path_factory: pytest.TempPathFactory, makings: list[set[str]]
) -> None:
    scratch = tmp_path_factory.mktemp("makings")
    for number, names in enumerate(makings):
        one, last = scratch / str(number), dict[str, str]()
        one.mkdir()
        for name in sorted(names, key=len, reverse=True):
            if not (one / name).exists():  # as a folder of another
                made(one, **{name.replace("/", "__"): str(number)})
                last[name] = str(number)
        place(one, scratch / "site")
    assert files(scratch / "site") == last
    assert others(scratch / "site") == set()


def test_a_file_of_its_owner_is_never_replaced_and_then_nothing_is_changed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    place(made(tmp_path / "1", index="one"), site)
    made(site, guides="a file")
    with pytest.raises(NoPlaceForSite, match="guides is in the way, and is not of the kit"):
        place(made(tmp_path / "2", index="two", guides__new="new"), site)
    assert files(site) == {"index": "one", "guides": "a file"}


def test_a_making_that_was_cut_off_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    place(made(tmp_path / "1", a="1", b="1", old="1"), site)
    move = shutil.move

    def cut_off(source: Path, target: Path) -> None:
        if target.name == "c":
            raise KeyboardInterrupt
        move(source, target)

    monkeypatch.setattr(shutil, "move", cut_off)
    with pytest.raises(KeyboardInterrupt):
        place(made(tmp_path / "2", a="2", b="2", c="2", d="2"), site)
    assert others(site) == set()
    monkeypatch.undo()
    place(made(tmp_path / "3", a="3", c="3"), site)
    assert files(site) == {"a": "3", "c": "3"}


def test_a_list_that_leads_elsewhere_takes_nothing_from_there(tmp_path: Path) -> None:
    made(tmp_path, thesis="all of it", site__index="one")
    (tmp_path / "site" / MARK).write_text(f"index\n../thesis\n{tmp_path / 'thesis'}\n")
    place(made(tmp_path / "1", page="two"), tmp_path / "site")
    assert files(tmp_path / "site") == {"page": "two"}
    assert (tmp_path / "thesis").read_text() == "all of it"


def test_a_folder_without_a_list_is_left_alone(tmp_path: Path) -> None:
    site = made(tmp_path / "site", index="one")
    with pytest.raises(NoPlaceForSite, match="holds something else"):
        see_that_it_is_free(site)
    (site / MARK).write_bytes(b"")
    with pytest.raises(NoPlaceForSite, match="was made by an earlier kit"):
        see_that_it_is_free(site)
    with pytest.raises(NoPlaceForSite, match="is a file"):
        see_that_it_is_free(site / "index")
    see_that_it_is_free(tmp_path / "new")
