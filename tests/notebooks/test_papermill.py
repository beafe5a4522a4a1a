"""papermill itself, in an environment of its own, runs notebooks from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered
from accordingto.exercises.released import release
from environments import environment
from kept import instead

LESSON = "04-inside-the-quotation-marks"
SHEET = Sheet.of(LESSON)
WHERE = "print(ask.store.path.parent)\nprint(ask.sheet.mode)\nprint(ask.store.entry('4.9').answer)"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


class Papermill:
    """papermill, with the tests' own Python as its kernel, and a notebook that lies elsewhere."""

    def __init__(self, python: str, home: Path, away: Path) -> None:
        self.home, self.away, self._python = home, away, python
        kernel = home.parent / "jupyter" / "kernels" / "kit"
        kernel.mkdir(parents=True)
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        spec = {"argv": command, "display_name": "Kit", "language": "python"}
        (kernel / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
        self._env = {**os.environ, "JUPYTER_PATH": str(kernel.parents[1])}

    def write(self, opens: str) -> None:
        sources = [f"from accordingto import lesson\nask = {opens}", WHERE]
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(notebook, self.home / f"{LESSON}.ipynb")

    def run(self, *options: str) -> tuple[str, str]:
        """Run it from away; what its cells print, and what papermill says of an error."""
        files = [str(self.home / f"{LESSON}.ipynb"), "out.ipynb"]
        words = [self._python, "-m", "papermill", "--kernel", "kit", *options, *files]
        done = subprocess.run(
            words, cwd=self.away, env=self._env, capture_output=True, text=True, check=False
        )
        cells = nbformat.read(self.away / "out.ipynb", 4).cells
        outputs = [output for cell in cells for output in cell.get("outputs", [])]
        printed = [one.text for one in outputs if one.get("name") == "stdout"]
        return "".join(printed), done.stderr if done.returncode else ""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> str:
    return environment(tmp_path_factory.mktemp("environment"), "papermill==2.7.0")


@pytest.fixture
def papermill(python: str, tmp_path: Path) -> Papermill:
    desk = tmp_path / "desk"
    for name in ("home", "away"):
        (desk / name).mkdir(parents=True)
    store = AnswerStore(desk / "home" / "answers" / f"{LESSON}.json")
    store.change("4.9", instead(answered(SHEET["4.9"], None, {"text": "mine"})))
    return Papermill(python, desk / "home", desk / "away")


def test_it_finds_the_answers_beside_the_notebook_that_it_was_given(papermill: Papermill) -> None:
    papermill.write(f"lesson({LESSON!r})")
    printed, error = papermill.run("--inject-paths")
    assert error == ""
    assert printed == f"{papermill.home / 'answers'}\npractice\n{{'text': 'mine'}}\n"
    assert not (papermill.away / "answers").exists()


def test_where_it_says_no_path_it_is_said_where_answers_are_looked_for(
    papermill: Papermill,
) -> None:
    papermill.write(f"lesson({LESSON!r})")
    printed, error = papermill.run()
    assert "Which folder this notebook is in could not be found out." in printed
    assert f"looked for, and kept, in {papermill.away / 'answers'}." in printed
    assert f"There are some in {papermill.home / 'answers' / LESSON}.json" in printed
    assert "AttributeError: 'NoneType' object has no attribute 'answer'" in error
    assert not (papermill.away / "answers").exists()


def test_graded_work_stays_graded_or_asks_nothing(papermill: Papermill) -> None:
    (papermill.home / f"{LESSON}.released.json").write_bytes(release(SHEET, "graded"))
    papermill.write(f"lesson({LESSON!r}, released=True)")
    printed, error = papermill.run("--inject-paths")
    assert printed.splitlines()[1] == "graded"
    assert error == ""
    printed, error = papermill.run()
    assert printed == ""
    assert f"{LESSON}.released.json, which is not in {papermill.away}" in error
    assert not (papermill.away / "answers").exists()
