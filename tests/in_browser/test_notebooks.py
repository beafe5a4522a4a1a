"""Every notebook goes to its end in a Python that lacks what a browser's lacks.

That Python is made of this one (`without.py`): no matplotlib, no locks, threads, processes, links
or sockets, and a stand-in for `regex`. What a page draws is tried in a real browser elsewhere.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook, writes
from packaging.requirements import Requirement

from accordingto.content import Content
from accordingto.in_browser import regex
from accordingto.notebooks.environment import GOOD, IN_A_BROWSER
from accordingto.notebooks.lacking import SAID
from accordingto.notebooks.room.here import NO_ROOM

NOTEBOOKS = Content.kit().root / "notebooks"
QUICK = ("04-inside-the-quotation-marks", "07-do-we-agree")  # with figures, code and sentences
NAMES = [
    name if name in QUICK else pytest.param(name, marks=pytest.mark.slow)
    for name in sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb") if path.stem != "glossary")
]
BROWSERS = {"sys_platform": "emscripten", "platform_system": "Emscripten", "extra": ""}
# What a wheel installs under other names than its own.
MODULES = {"markdown-it-py": "markdown_it", "pyyaml": "yaml", "ipython": "IPython"}
COMPILED = {
    "_distutils_hack",
    "mypy_extensions",
}  # of this environment, and of wheels compiled here


def ran(notebook: Path, tmp_path: Path) -> dict[str, Any]:
    """What came of a notebook's cells, run in a folder of its own."""
    stand_ins, work = tmp_path / "stand-ins", tmp_path / "work"
    stand_ins.mkdir()
    work.mkdir(exist_ok=True)
    shutil.copy(regex.__file__, stand_ins / "regex.py")
    if notebook.parent != work:
        shutil.copy(notebook, work)
    without = Path(__file__).with_name("without.py")
    words = [sys.executable, str(without), str(work / notebook.name), str(stand_ins)]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def ran_cells(tmp_path: Path, *sources: str) -> list[dict[str, Any]]:
    path = tmp_path / "work" / "01-what-is-this-text.ipynb"
    path.parent.mkdir()
    cells = [new_code_cell(source) for source in sources]
    path.write_text(writes(new_notebook(cells=cells)), encoding="utf-8")
    told: list[dict[str, Any]] = ran(path, tmp_path)["cells"]
    return told


def needed(name: str, known: set[str]) -> set[str]:
    """A package with all that it needs in a browser, as the wheels say."""
    known.add(name)
    for line in metadata.requires(name) or ():
        one = Requirement(line)
        called = one.name.lower().replace("_", "-")
        if called not in known and (one.marker is None or one.marker.evaluate(BROWSERS)):
            needed(called, known)
    return known


@pytest.mark.parametrize("name", NAMES)
def test_run_all_goes_to_the_end_of_a_students_notebook(name: str, tmp_path: Path) -> None:
    told = ran(NOTEBOOKS / f"{name}.ipynb", tmp_path)
    assert [cell["stopped"] for cell in told["cells"] if cell["stopped"]] == []
    assert len(told["cells"]) > 10
    assert list((tmp_path / "work" / "answers").glob("*.json")) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_solved_notebook_says_what_it_says_on_a_desk(name: str, tmp_path: Path) -> None:
    solved = NOTEBOOKS / "solutions" / f"{name}.ipynb"
    told = ran(solved, tmp_path)["cells"]
    cells = [cell for cell in json.loads(solved.read_bytes())["cells"] if "outputs" in cell]
    for cell, here in zip(cells, told, strict=True):
        assert here["stopped"] is None
        streams = [one["text"] for one in cell["outputs"] if one["output_type"] == "stream"]
        printed = "".join(line for text in streams for line in text)
        assert here["printed"].replace(f"{IN_A_BROWSER}\n", "") == printed
        data = [one["data"] for one in cell["outputs"] if "data" in one]
        assert here["shown"] == ["".join(one.get("text/plain", "")) for one in data]


def test_what_a_lesson_imports_is_loaded_before_it_begins(tmp_path: Path) -> None:
    """A kernel in a browser loads what the kit's wheel says that it needs, and nothing later."""
    told = ran(NOTEBOOKS / "08-source-audit.ipynb", tmp_path)
    there = {MODULES.get(name, name.replace("-", "_")) for name in needed("according-to", set())}
    there |= {"accordingto"}
    assert "nltk" in told["imported"]
    assert "matplotlib" not in there
    imported = set(told["imported"]) & set(metadata.packages_distributions())
    assert imported - there <= COMPILED


def test_where_all_is_there_it_is_said_with_where_answers_are(tmp_path: Path) -> None:
    (cell,) = ran_cells(tmp_path, "from accordingto import check\ncheck()")
    assert cell["printed"] == f"{GOOD}\n{IN_A_BROWSER}\n"


def test_a_cell_that_needs_what_is_not_there_says_so_and_the_others_go_on(tmp_path: Path) -> None:
    opening, *others, last = ran_cells(
        tmp_path,
        "from accordingto import lesson\nlesson('01-what-is-this-text')",
        "import matplotlib.pyplot as plt\nplt.plot([1])",
        "from nltk import FreqDist\nFreqDist('ab').plot()",
        "import numpy",
        "print('on')",
    )
    assert opening["stopped"] is None
    names = ("matplotlib", "matplotlib", "numpy")
    assert [cell["printed"] for cell in others] == [f"{SAID.format(name)}\n" for name in names]
    assert [cell["stopped"] for cell in (*others, last)] == [None] * 4
    assert last["printed"] == "on\n"


def test_a_room_cannot_be_joined_and_a_lesson_not_made_and_both_are_said(tmp_path: Path) -> None:
    _, room, made = ran_cells(
        tmp_path,
        "from accordingto import lesson\nask = lesson('01-what-is-this-text')",
        "ask.join()",
        "from accordingto import make_lesson",
    )
    assert (room["stopped"], room["printed"]) == (None, f"{NO_ROOM}\n")
    assert (made["stopped"], made["printed"]) == (None, f"{SAID.format('nbformat')}\n")


def test_the_buttons_are_there_and_a_cell_may_ask_for_them(tmp_path: Path) -> None:
    _, bar = ran_cells(
        tmp_path,
        "from accordingto import my_files",
        "my_files('01-what-is-this-text')",
    )
    assert bar["stopped"] is None
    assert bar["shown"][-1].startswith("Hand in, keep and bring your work")


def test_a_readers_own_mistake_still_stops_with_its_own_words(tmp_path: Path) -> None:
    _, typed, raised, last = ran_cells(
        tmp_path,
        "from accordingto import lesson\nlesson('01-what-is-this-text')",
        "import nlkt",
        "int('x')",
        "1 / 0",
    )
    assert typed["stopped"] == "ModuleNotFoundError: No module named 'nlkt'"
    assert raised["stopped"].startswith("ValueError: invalid literal")
    assert last["stopped"] == "ZeroDivisionError: division by zero"
