"""`make_lesson` as a notebook calls it: what it says, where it links, and a fault in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

from accordingto import make_lesson
from accordingto.authoring.in_notebook import MadeLesson, NoLessonMade
from accordingto.content import MANIFEST
from accordingto.pages.blocks import Origin
from accordingto.pages.folder import keep
from accordingto.pages.page import Page
from accordingto.readings import read_written
from made_lessons import PAGES

NAME = "09-dam-at-orrin"


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working copy with the page, and a notebook folder in which one works."""
    article, reading = read_written(PAGES / "dam-at-orrin")
    page = Page(tuple(article.text.strip().splitlines()), (), Origin(), ())
    keep(page, tmp_path / "seeds", origin=Origin(), name="dam-at-orrin", reading=reading)
    (tmp_path / MANIFEST).write_text("{}", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    return tmp_path


def test_it_builds_the_lesson_beside_the_notebook_and_links_to_it(
    kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_lesson("dam-at-orrin", minutes=25, only="chain")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"Lesson {NAME}: 2 exercises of 1 kind")
    built = [f"built: {path}/{NAME}.ipynb" for path in ("notebooks", "notebooks/solutions")]
    assert [line for line in lines if line.startswith("built")] == built
    page = json.loads((kit / "notebooks" / f"{NAME}.ipynb").read_bytes())
    asked = [cell["source"] for cell in page["cells"] if cell["source"].startswith("ask(")]
    assert asked == ['ask("9.1")', 'ask("9.2")']


def test_the_link_to_it_is_there_before_its_solution(
    kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, list[str]]] = []

    def show(made: MadeLesson) -> None:
        there = sorted(path.name for path in (kit / "notebooks").rglob("*.ipynb"))
        shown.append((made._repr_markdown_(), there))

    monkeypatch.setattr("accordingto.authoring.in_notebook.display", show)
    make_lesson("dam-at-orrin", minutes=25, only="chain")
    ((markdown, there),) = shown
    assert markdown.endswith(f"\n\n**[Open the lesson]({NAME}.ipynb)**")
    assert there == [f"{NAME}.ipynb"]


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("make_lesson('none')", "there is no article 'none'"),
        ("make_lesson('dam-at-orrin', minutes=40)", "minutes: expected one of (25, 50)"),
        ("make_lesson('dam-at-orrin', only='chian')", "nothing is called 'chian'"),
        ("make_lesson('dam-at-orrin', only=['silent'])", "cannot bear a lesson: silent"),
    ],
)
def test_a_fault_is_one_sentence_without_a_traceback(
    kit: Path, capsys: pytest.CaptureFixture[str], call: str, sentence: str
) -> None:
    done = InteractiveShell().run_cell(f"from accordingto import make_lesson\n{call}")
    assert isinstance(done.error_in_exec, NoLessonMade)
    told = capsys.readouterr()
    assert sentence in told.out + told.err
    assert "Traceback" not in told.out + told.err
