"""Handing in, keeping and bringing by the buttons of a notebook."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from accordingto.classroom.hand_in.collect import collect
from accordingto.classroom.hand_in.in_notebook import MyFiles
from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered
from accordingto.notebooks.copy import start
from accordingto.notebooks.keeping import NAME
from accordingto.widgets.filebar import FileBar
from classroom.pupils import LESSON, Class
from kept import instead

QUESTION = next(one for one in Sheet.of(LESSON) if one.kind == "number")


class Pressed:
    """A bar, pressed as a page does it, and the files that it gave."""

    def __init__(self, folder: Path) -> None:
        start(folder)
        self.folder = folder / "notebooks"
        self.bar = FileBar(MyFiles(self.folder, LESSON))
        self.files: dict[str, bytes] = {}
        self.bar.send = self._given

    def _given(self, content: Any, buffers: Any = None) -> None:
        self.files[content["name"]] = base64.b64decode(content["data"])

    def press(self, do: str, given: str = "") -> list[str]:
        self.bar._asked(self.bar, {"do": do, "given": given}, None)
        told: list[str] = self.bar.told
        return told

    def answer(self, value: int) -> None:
        store = AnswerStore(self.folder / "answers" / f"{LESSON}.json")
        store.change(QUESTION.id, instead(answered(QUESTION, None, {"value": value})))


@pytest.fixture
def ann(tmp_path: Path) -> Pressed:
    return Pressed(tmp_path / "ann")


def test_what_the_button_gives_is_collected(ann: Pressed, pupils: Class, tmp_path: Path) -> None:
    ann.answer(7)
    told = ann.press("hand in", " ann ")
    name = f"ann_{LESSON}.zip"
    assert told[0] == f"Ready to hand in: {name} is among your downloads."
    assert [line.partition(":")[0] for line in told[1:]] == ["In it", "In it", "Still empty"]
    path = tmp_path / name
    path.write_bytes(ann.files[name])
    (done,) = collect(pupils.course, LESSON, [path])
    assert (done.student, done.did) == ("ann", "new")
    entry = AnswerStore(pupils.folder("ann") / "answers" / f"{LESSON}.json").entry(QUESTION.id)
    assert entry
    assert entry.answer == {"value": 7}


def test_what_is_to_be_put_right_first_is_said(ann: Pressed) -> None:
    told = ann.press("hand in")
    assert told[:2] == [
        f"Not ready yet: {LESSON}.zip is among your downloads.",
        f"There is no answers/{LESSON}.json yet.",
    ]


@pytest.mark.parametrize("student", ["a/b", "..\\x", "ann lund"])
def test_a_name_that_no_file_can_have_gives_no_file(ann: Pressed, student: str) -> None:
    (told,) = ann.press("hand in", student)
    assert told.startswith("Not handed in: ")
    assert ann.files == {}


def test_kept_on_one_machine_it_is_brought_on_another(ann: Pressed, tmp_path: Path) -> None:
    ann.answer(7)
    assert ann.press("keep") == [f"All your work is in {NAME}, among your downloads."]
    other = Pressed(tmp_path / "other")
    told = other.press("bring", base64.b64encode(ann.files[NAME]).decode())
    assert told[0] == "Your work is here."
    entry = AnswerStore(other.folder / "answers" / f"{LESSON}.json").entry(QUESTION.id)
    assert entry
    assert entry.answer == {"value": 7}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("no base64!", "The file did not come whole. Choose it again."),
        (base64.b64encode(b"x").decode(), "Nothing was brought in: it is no whole zip"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(ann: Pressed, given: str, said: str) -> None:
    (told,) = ann.press("bring", given)
    assert told.startswith(said)


@pytest.mark.parametrize("content", [{}, {"do": "keep"}, {"do": "burn", "given": ""}])
def test_only_a_press_is_heard(ann: Pressed, content: dict[str, Any]) -> None:
    ann.bar._asked(ann.bar, content, None)
    assert (ann.files, ann.bar.told) == ({}, [])


def test_on_paper_and_in_a_dead_page_a_line_says_what_it_is(
    ann: Pressed, capsys: pytest.CaptureFixture[str]
) -> None:
    ann.bar.show()
    assert repr(ann.bar) in capsys.readouterr().out
