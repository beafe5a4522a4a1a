"""Two kernels over one answer file where nothing locks it, as in two tabs of a browser."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.exercises import Entry, Material, Question, Sheet, answers, disk, unlocked
from accordingto.exercises.edits import Edit, offers
from accordingto.notebooks.lesson import Lesson
from accordingto.readings import Reading
from accordingto.text import Article
from kernels import TEXT

EXERCISES = ("1.1", "1.2")


@pytest.fixture(autouse=True, scope="module")
def no_locks() -> Iterator[None]:
    """A disk as Python in a browser finds it."""

    def refused(*_: Any) -> None:
        raise AttributeError("link")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "_hold", lambda path: disk._Hold(-1, is_locked=False))
        patch.setattr(os, "link", refused)
        yield


class Tab:
    """A kernel, and the page that shows what it follows."""

    def __init__(self, folder: Path, name: str) -> None:
        answers._PLACES.clear()  # another process knows nothing of this one's
        article = Article("ferry", "“We sail at noon,” said Bea.\n")
        material = Material(article, Reading(article="ferry", reader="expert"))
        asked: dict[str, Question[Any]] = {
            id: msgspec.structs.replace(TEXT, id=id) for id in EXERCISES
        }
        self.lesson = Lesson(Sheet("01-boats", "ferry", {}, asked, {"ferry": material}), folder)
        self.lesson.store.join(self)
        self.name, self.number = name, 0
        self.shown: Mapping[str, Entry] = {}
        self.acknowledged: list[str] = []
        self.replaced: set[str] = set()

    def follow(self, entries: Mapping[str, Entry]) -> None:
        self.shown = dict(entries)

    def type(self, exercise: str) -> None:
        """Answer over what is shown."""
        self.number += 1
        version = f"{self.name}.{self.number}"
        over = self.shown[exercise].version if exercise in self.shown else ""
        edit = Edit(id=version, answer={"text": f"words {version}"}, over=(over,))
        self.lesson.edit(exercise, edit)
        self.acknowledged.append(f"words {version}")
        self.replaced.add(f"words {over}")

    def look(self) -> None:
        self.lesson.store.look()


def between(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], None]) -> None:
    """Do something, once, after the next change has read the file and before it is written."""
    written = disk.write_whole
    waiting = [meanwhile]

    def write(path: Path, data: bytes, *, new: bool = False) -> None:
        if waiting:
            waiting.pop()()
        written(path, data, new=new)

    monkeypatch.setattr(answers, "write_whole", write)


def current(tab: Tab) -> dict[str, str]:
    return {name: entry.answer["text"] for name, entry in tab.lesson.store.entries().items()}


def assert_it_is_put_back(a: Tab, b: Tab) -> None:
    """What a wrote went lost under what b wrote, and is there again once both have looked."""
    assert current(b) == {"1.2": "words b.1"}
    a.look()
    assert current(a) == {"1.2": "words b.1", "1.1": "words a.1"}
    b.look()
    assert b.shown == a.shown


def test_what_another_tab_wrote_over_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = Tab(tmp_path, "a"), Tab(tmp_path, "b")
    between(monkeypatch, lambda: a.type("1.1"))
    b.type("1.2")
    assert_it_is_put_back(a, b)


def test_what_was_written_over_before_its_own_stamp_was_taken_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = Tab(tmp_path, "a"), Tab(tmp_path, "b")
    written, held_back = disk.write_whole, list[bytes]()

    def write(path: Path, data: bytes, *, new: bool = False) -> None:
        if not held_back:  # of b, who has read the file before a changes it
            held_back.append(data)
            a.type("1.1")
        else:
            monkeypatch.setattr(answers, "write_whole", written)
            written(path, data, new=new)
            written(path, held_back[0])

    monkeypatch.setattr(answers, "write_whole", write)
    b.type("1.2")
    assert_it_is_put_back(a, b)


def test_of_two_answers_to_one_exercise_in_one_moment_one_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = Tab(tmp_path, "a"), Tab(tmp_path, "b")
    between(monkeypatch, lambda: a.type("1.1"))
    b.type("1.1")
    a.look()
    b.look()
    assert a.shown == b.shown
    entry = b.shown["1.1"]
    assert entry.answer == {"text": "words b.1"}
    assert [one.answer["text"] for one in offers(entry)] == ["words a.1"]


def test_typing_on_in_one_tab_after_a_look_offers_nothing(tmp_path: Path) -> None:
    a, b = Tab(tmp_path, "a"), Tab(tmp_path, "b")
    a.type("1.1")
    a.type("1.1")
    b.look()
    a.look()
    assert offers(a.lesson.store.entry("1.1")) == []
    assert current(b) == {"1.1": "words a.2"}


def test_what_is_long_ago_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlocked, "SECONDS", 0.0)
    a, b = Tab(tmp_path, "a"), Tab(tmp_path, "b")
    a.type("1.1")
    b.look()
    b.type("1.1")
    a.look()
    assert offers(a.lesson.store.entry("1.1")) == []


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["type", "type", "look"]),
        st.sampled_from([0, 1]),
        st.sampled_from(EXERCISES),
        st.none() | st.sampled_from(EXERCISES),
    ),
    max_size=10,
)


@settings(max_examples=200, deadline=None)
@given(STEPS)
def test_nothing_that_was_acknowledged_is_lost(
    steps: list[tuple[str, int, str, str | None]],
) -> None:
    """In every step one tab answers or looks, and the other may answer in the midst of it."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        tabs = [Tab(Path(folder), "a"), Tab(Path(folder), "b")]
        for did, who, exercise, other in steps:
            if other:
                between(patch, partial(tabs[1 - who].type, other))
            tabs[who].type(exercise) if did == "type" else tabs[who].look()
            patch.undo()
        for tab in (*tabs, *tabs, *tabs):
            tab.look()
        assert tabs[0].shown == tabs[1].shown
        entries = tabs[0].lesson.store.entries().values()
        there = {entry.answer["text"] for entry in entries}
        there |= {one.answer["text"] for entry in entries for one in entry.attempts}
        replaced = tabs[0].replaced | tabs[1].replaced
        assert {*tabs[0].acknowledged, *tabs[1].acknowledged} <= there | replaced
