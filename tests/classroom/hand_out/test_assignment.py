"""Graded work runs from top to bottom in the folder that is handed out, and holds no key."""

from __future__ import annotations

import json
import os

import nbformat
import pytest
from nbclient import NotebookClient

from accordingto.classroom.course import Course
from accordingto.classroom.hand_out.assignment import assignment
from accordingto.content import Content
from accordingto.exercises import Sheet
from classroom.pupils import LESSON

NOTEBOOK = json.loads((Content.kit().root / "notebooks" / f"{LESSON}.ipynb").read_bytes())


def test_what_is_asked_is_kept_in_order_and_what_compares_is_not() -> None:
    cells = assignment(NOTEBOOK)["cells"]
    sources = [cell["source"] for cell in cells]
    assert sources[0].startswith("# 4. Inside the quotation marks\n\nAnswer as you go")
    assert sources[1].startswith("from accordingto import lesson\n\nask = lesson(")
    assert "import re" in sources[2].splitlines()
    assert not any("accordingto" in line for line in sources[2].splitlines())
    asked = [source for source in sources if source.startswith("ask(")]
    assert [source.split('"')[1] for source in asked] == list(Sheet.of(LESSON).questions)
    assert not any("expert" in source or "others" in source for source in sources)
    assert any(source.startswith("def find_quotations(text):") for source in sources)


def test_the_lesson_itself_stays_as_it_is() -> None:
    before = json.dumps(NOTEBOOK)
    assignment(NOTEBOOK)
    assert json.dumps(NOTEBOOK) == before


def test_what_is_handed_out_runs_without_the_kits_content(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = course.root / "release" / LESSON
    assert {path.name for path in folder.iterdir()} == {
        f"{LESSON}.ipynb",
        f"{LESSON}.released.json",
    }
    notebook = nbformat.read(folder / f"{LESSON}.ipynb", as_version=4)
    monkeypatch.delenv("ACCORDINGTO_KEYS", raising=False)
    client = NotebookClient(notebook, resources={"metadata": {"path": str(folder)}})
    client.execute(env=dict(os.environ))
    shown = json.dumps(notebook, ensure_ascii=False)
    for question in Sheet.of(LESSON):
        assert f"Exercise {question.id}" in shown
    assert "One spokesman speaks half of all the quoted words" not in shown
