"""Whose answers are found in a folder, however it lies there, and what is said of the rest."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.classroom.room.respondents import (
    Fault,
    Kept,
    Respondent,
    Respondents,
    SeveralCourses,
)
from accordingto.exercises import Entry
from accordingto.exercises.answers import AnswerFile

LESSON = "04-inside-the-quotation-marks"
NOON, ONE = "2026-03-02T12:00:00+00:00", "2026-03-02T13:00:00+00:00"


def answers(choice: str, lesson: str = LESSON, at: str = NOON) -> bytes:
    entry = Entry(digest="d", answer={"choice": choice}, at=at)
    return msgspec.json.encode(AnswerFile(notebook=lesson, exercises={"4.1": entry}))


def zipped(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return whole.getvalue()


def filled(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def chosen(folder: Path, kept: Kept | None = None) -> dict[str, str]:
    """What each reader chose; there must be no fault."""
    found = list(Respondents(folder, LESSON, kept=kept))
    assert [one for one in found if isinstance(one, Fault)] == []
    readers = [one for one in found if isinstance(one, Respondent)]
    assert len(readers) == len({one.name for one in readers})
    return {one.name: one.entries["4.1"].answer["choice"] for one in readers}


def faults(folder: Path) -> dict[str, str]:
    found = Respondents(folder, LESSON)
    return {one.file: one.sentence for one in found if isinstance(one, Fault)}


LAYOUTS = {
    "answer files by people's names": {
        "ann.json": answers("a"),
        f"ben_{LESSON}.json": answers("b"),
    },
    "working copies": {
        f"ann/notebooks/answers/{LESSON}.json": answers("a"),
        "ann/notebooks/answers/01-what-is-this-text.json": answers("x", "01-what-is-this-text"),
        f"ann/notebooks/answers/before-{LESSON}.json": answers("x", f"before-{LESSON}"),
        f"ann/notebooks/answers/{LESSON}.unreadable-12.json": b"{",
        f"ann/notebooks/{LESSON}.released.json": b"{",
        f"ann/notebooks/.ipynb_checkpoints/{LESSON}.json": answers("x"),
        f"ben/answers/{LESSON}.json": answers("b"),
    },
    "zips as they are handed in": {
        f"ann_{LESSON}.zip": zipped({f"answers/{LESSON}.json": answers("a")}),
        f"ben_{LESSON} (1).zip": zipped({f"{LESSON}.ipynb": b"{}", "answers/x.json": answers("b")}),
    },
    "a course": {
        f"submitted/ann/{LESSON}/answers/{LESSON}.json": answers("a"),
        f"submitted/ben/{LESSON}/answers/{LESSON}.json": answers("b"),
        "submitted/ben/01-what-is-this-text/answers/x.json": answers("x", "01-what-is-this-text"),
        f"release/{LESSON}/x.json": b"{",
    },
    "the exchange": {
        f"course/inbound/ann+{LESSON}+2026-03-02 12:00:00.5 UTC/answers/{LESSON}.json": answers(
            "x", at=ONE
        ),
        f"course/inbound/ann+{LESSON}+2026-03-02 13:00:00.5 UTC+r4nd/answers/{LESSON}.json": (
            answers("a")
        ),
        f"course/inbound/ben+{LESSON}+2026-03-02 12:00:00.5 UTC/answers/{LESSON}.json": answers(
            "b"
        ),
        "course/inbound/ben+01-other+2026-03-02 12:00:00.5 UTC/answers/x.json": b"{",
    },
    "a download of Canvas, in a zip": {
        "submissions.zip": zipped(
            {
                f"ann_101_900_{LESSON}.zip": zipped({f"answers/{LESSON}.json": answers("a")}),
                f"ben_LATE_102_901_{LESSON}.json": answers("b"),
            }
        )
    },
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_class_is_found_however_it_lies_there(layout: str, tmp_path: Path) -> None:
    folder = filled(tmp_path / "class", LAYOUTS[layout])
    assert chosen(folder) == {"ann": "a", "ben": "b"}
    assert len(Respondents(folder, LESSON)) == 2


def test_a_zip_and_a_folder_of_one_person_are_that_person(tmp_path: Path) -> None:
    (tmp_path / "whole.zip").write_bytes(zipped(LAYOUTS["working copies"]))
    assert chosen(tmp_path / "whole.zip") == {"ann": "a", "ben": "b"}
    own = filled(tmp_path / "my-kit", {f"notebooks/answers/{LESSON}.json": answers("c")})
    assert chosen(own) == {"my-kit": "c"}


def test_the_newest_of_one_reader_counts_and_a_broken_one_takes_nobodys_place(
    tmp_path: Path,
) -> None:
    filled(tmp_path, {"ann.json": answers("old"), f"ann/{LESSON}.json": answers("new", at=ONE)})
    assert chosen(tmp_path) == {"ann": "new"}
    filled(tmp_path, {f"ann_{LESSON}.json": b"{"})
    found = list(Respondents(tmp_path, LESSON))
    assert [one.entries["4.1"].answer for one in found if isinstance(one, Respondent)] == [
        {"choice": "new"}
    ]
    assert list(faults(tmp_path)) == [f"ann_{LESSON}.json"]


def test_two_people_never_become_one(tmp_path: Path) -> None:
    filled(
        tmp_path,
        {
            "first period/ann.json": answers("a"),
            "second period/ann.json": answers("b"),
            f"ann/my-kit/answers/{LESSON}.json": answers("c"),
            f"ben/my-kit/answers/{LESSON}.json": answers("d"),
            f"{LESSON} (1).json": answers("e"),
            f"{LESSON} (2).json": answers("f"),
        },
    )
    assert sorted(chosen(tmp_path).values()) == list("abcdef")
    moodle = {
        f"Ann Lee_{number}_assignsubmission_file_/x.json": answers(str(number)) for number in (7, 8)
    }
    assert chosen(filled(tmp_path / "moodle", moodle)) == {"Ann Lee-7": "7", "Ann Lee-8": "8"}


def test_what_is_broken_or_hostile_is_named_and_costs_nobody_else(tmp_path: Path) -> None:
    bomb = zipped({f"answers/{LESSON}.json": answers("x") + b" " * 6_000_000})
    filled(
        tmp_path,
        {
            "ann.json": answers("a"),
            "broken.json": answers("x")[:40],
            "deep.json": b"[" * 100_000,
            "large.json": answers("x") + b" " * 6_000_000,
            "other.json": answers("x", "01-what-is-this-text"),
            "bomb.zip": bomb,
            "none.zip": b"PK no zip",
            "up.zip": zipped({f"../{LESSON}.json": answers("x")}),
            "nested.zip": zipped({"a.zip": zipped({"b.zip": zipped({"c.json": b"{}"})})}),
            "red\x1b[31m.json": b"{",
        },
    )
    (tmp_path / "link.json").symlink_to(tmp_path / "ann.json")
    (tmp_path / "linked").symlink_to(tmp_path)
    whole = tmp_path.parent / "elsewhere.zip"
    whole.write_bytes(LAYOUTS["a download of Canvas, in a zip"]["submissions.zip"])
    (tmp_path / "linked.zip").symlink_to(whole)
    for pipe in ("pipe.json", "pipe.zip"):
        os.mkfifo(tmp_path / pipe)
    found = list(Respondents(tmp_path, LESSON))
    assert [one.name for one in found if isinstance(one, Respondent)] == ["ann"]
    said = faults(tmp_path)
    assert set(said) == {
        "broken.json",
        "deep.json",
        "large.json",
        "other.json",
        f"bomb.zip/answers/{LESSON}.json",
        "none.zip",
        f"up.zip/../{LESSON}.json",
        "nested.zip/a.zip/b.zip",
        "red?[31m.json",
        "link.json",
        "linked",
        "linked.zip",
        "pipe.json",
        "pipe.zip",
    }
    assert said["other.json"] == f"they are of '01-what-is-this-text', not of '{LESSON}'"
    assert said["large.json"] == "large.json is larger than 5 MB"
    assert said["link.json"] == "link.json is a link to somewhere else"
    assert said["pipe.json"] == "pipe.json is no ordinary file"


def test_where_there_is_no_class_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Respondents(tmp_path / "nowhere", LESSON)
    assert list(Respondents(tmp_path, LESSON)) == []
    for course in ("a", "b"):
        (tmp_path / course / "inbound").mkdir(parents=True)
    with pytest.raises(SeveralCourses, match=r"of a, b$"):
        Respondents(tmp_path, LESSON)


def test_who_follows_a_folder_reads_only_what_has_changed(tmp_path: Path) -> None:
    filled(tmp_path, {"ann.json": answers("a"), "ben.json": answers("b")})
    kept: Kept = {}
    assert chosen(tmp_path, kept) == {"ann": "a", "ben": "b"}
    before = dict(kept)
    filled(tmp_path, {"new.json": answers("n", at=ONE)})
    (tmp_path / "new.json").replace(tmp_path / "ben.json")
    assert chosen(tmp_path, kept) == {"ann": "a", "ben": "n"}
    assert [person for person in kept if kept[person] is not before[person]] == [("ben", "")]


@given(
    st.dictionaries(
        st.text("ab/. +_(1)", min_size=1, max_size=12).filter(lambda one: one.strip("/. ")),
        st.one_of(st.just(answers("a")), st.binary(max_size=30)),
        max_size=6,
    )
)
def test_whatever_a_zip_holds_every_reader_is_there_once(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as place:
        named = {f"{name}.json": data for name, data in files.items()}
        (Path(place) / "class.zip").write_bytes(zipped(named))
        found = list(Respondents(Path(place) / "class.zip", LESSON))
    readers = [one.name for one in found if isinstance(one, Respondent)]
    assert len(readers) == len(set(readers))
    assert len(found) <= len(files)
