"""Another's article stays in seeds/: no long run of its words stands in any other tracked file."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from nbclient import NotebookClient

from accordingto.content import Content

ROOT = Path(__file__).parents[2]
LONGEST = 60  # words in a row
NOT_OURS = [
    about.parent / "article.txt"
    for about in sorted(ROOT.glob("seeds/*/about.yaml"))
    if not yaml.safe_load(about.read_text("utf-8"))["invented"]
]
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]*>")


def tracked_outside_seeds() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and not path.is_relative_to(ROOT / "seeds")]


def strings(value: Any) -> Iterator[str]:
    """Every string in JSON data; a notebook's list of lines is one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield "".join(value)
        else:
            for item in value:
                yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


def normalised(text: str) -> str:
    """The words in lower case with a blank around each; HTML tags are no words."""
    return f" {' '.join(_WORD.findall(_TAG.sub(' ', unescape(text)).lower()))} "


def texts(path: Path) -> list[str]:
    """What a reader of the file may see: its text, and in JSON what the escapes stand for too."""
    text = path.read_text("utf-8", errors="ignore")
    if path.suffix not in {".ipynb", ".json"}:
        return [normalised(text)]
    return [normalised(text), normalised("\n".join(strings(json.loads(text))))]


def runs(article: str) -> list[str]:
    """Every run of the article's words that is one longer than may stand elsewhere."""
    words = normalised(article).split()
    return [f" {' '.join(words[at : at + LONGEST + 1])} " for at in range(len(words) - LONGEST)]


def copied(path: Path, wanted: list[str]) -> str | None:
    """The first run that stands in a file, or None."""
    return next((run for text in texts(path) for run in wanted if run in text), None)


@pytest.mark.parametrize("article", NOT_OURS, ids=lambda path: path.parent.name)
def test_no_long_run_of_it_stands_outside_seeds(article: Path) -> None:
    wanted = runs(article.read_text("utf-8"))
    found = {path.relative_to(ROOT): copied(path, wanted) for path in tracked_outside_seeds()}
    assert {path: run for path, run in found.items() if run} == {}


def test_a_notebook_that_a_tool_executed_does_not_carry_it_in_the_state_of_its_widgets(
    tmp_path: Path,
) -> None:
    """Every exercise of every lesson, drawn and saved with widget state, as Lab can do it too."""
    cells = [
        nbformat.v4.new_code_cell(
            "from accordingto import lesson\n"
            f"ask = lesson({lesson!r})\n"
            "for exercise in ask.sheet.questions:\n    ask(exercise)"
        )
        for lesson in Content.kit().lessons()
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    folder = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", store_widget_state=True, resources=folder
    ).execute()
    assert len(notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]) > 60
    path = tmp_path / "executed.ipynb"
    nbformat.write(notebook, path)
    for article in NOT_OURS:
        assert copied(path, runs(article.read_text("utf-8"))) is None


def test_there_is_an_article_to_guard_and_files_to_search() -> None:
    assert [path.parent.name for path in NOT_OURS] == ["white-house-israel-iran"]
    assert {path.suffix for path in tracked_outside_seeds()} >= {".py", ".md", ".yaml", ".ipynb"}


PAGE = "\n".join(f"“Line {n},” said speaker {n} – twice." for n in range(30))
START = len(PAGE) // 5


def passage(length: int) -> str:
    """That many words in a row of PAGE, as they stand there."""
    found = list(_WORD.finditer(PAGE, START))[:length]
    return PAGE[found[0].start() : found[-1].end()]


@pytest.mark.parametrize(("length", "seen"), [(LONGEST, False), (LONGEST + 1, True)])
@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("page.md", lambda text: f"Before it. {text} After it."),
        ("page.py", lambda text: "\n".join(f"    # {line}" for line in text.upper().splitlines())),
        ("page.html", lambda text: text.replace("speaker", "<b class='x'>speaker</b>")),
        ("page.json", lambda text: json.dumps({"a": [1, {"b": text}]})),
        (
            "page.ipynb",
            lambda text: json.dumps({"cells": [{"source": text.splitlines(keepends=True)}]}),
        ),
    ],
    ids=["prose", "comment", "html", "json", "notebook"],
)
def test_a_run_is_seen_in_whatever_form_it_stands(
    tmp_path: Path, name: str, form: Any, length: int, seen: bool
) -> None:
    path = tmp_path / name
    path.write_text(form(passage(length)), "utf-8")
    assert (copied(path, runs(PAGE)) is not None) == seen
