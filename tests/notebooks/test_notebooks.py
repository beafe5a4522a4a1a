"""The notebooks that are handed out: in step, valid, solved in full, and empty when untouched."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import nbformat
import pytest
from nbclient import NotebookClient
from nbgrader.nbgraderformat import MetadataValidator

from accordingto.content import Content
from accordingto.exercises import Question, Sheet
from accordingto.exercises.flow import KEPT_BACK, outcome
from accordingto.notebooks.build import drift, lessons
from accordingto.widgets.static import outcome_text

ROOT = Content.kit().root
LESSONS = [path.stem for path in lessons(ROOT)]
SHEETS = {name: Sheet.of(name) for name in LESSONS}
EXERCISES = [(name, question.id) for name, sheet in SHEETS.items() for question in sheet]


@cache
def solution(name: str) -> Any:
    return notebook(f"solutions/{name}.ipynb")


def notebook(path: str) -> Any:
    return nbformat.read(ROOT / "notebooks" / path, as_version=4)


def asking(name: str, exercise: str) -> Any:
    cell_id = f"ask-{exercise.replace('.', '-')}"
    return next(cell for cell in solution(name).cells if cell.id == cell_id)


def printed(cell: Any) -> str:
    return "".join(out.text for out in cell.outputs if out.output_type == "stream")


def test_everything_built_is_in_step() -> None:
    assert drift(Content.kit()) == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_cell_of_a_solution_was_run_in_order(name: str) -> None:
    """nbval compares nothing where outputs were cleared."""
    cells = [c for c in solution(name).cells if c.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert not any(out.get("name") == "stderr" for cell in cells for out in cell.outputs)


@pytest.mark.parametrize("name", LESSONS)
def test_a_students_notebook_is_valid_for_nbgrader_and_empty(name: str) -> None:
    page = notebook(f"{name}.ipynb")
    MetadataValidator().validate_nb(page)
    assert all(not cell.outputs for cell in page.cells if cell.cell_type == "code")
    assert "SOLUTION" not in nbformat.writes(page)
    graded = [c for c in page.cells if c.metadata.get("nbgrader", {}).get("grade")]
    assert [cell.metadata.nbgrader.points for cell in graded] == [q.points for q in SHEETS[name]]


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_a_solution_earns_full_marks_and_a_spoilt_answer_would_not_pass_for_it(
    name: str, exercise: str
) -> None:
    """What the solution printed is what the key earns, and a spoilt answer earns other words."""
    question, cell = SHEETS[name][exercise], asking(name, exercise)
    material = SHEETS[name].material(question)
    if question.points and not question.unscored:
        assert f"({question.points:g} of {question.points:g} points)" in printed(cell)
    key = msgspec.to_builtins(question.key(material))
    if question.till:  # the answer is kept to the end of the kit, so the cell tells none
        assert printed(cell).strip().endswith(KEPT_BACK.format(8))
    else:
        assert printed(cell).strip() == said(question, key, material)
    assert said(question, key, material) != said(question, spoilt(key), material)


def said(question: Question[Any], answer: dict[str, Any], material: Any) -> str:
    return outcome_text(question, outcome(question, answer, material)).strip()


def spoilt(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with the last thing in it taken out."""
    field, value = next((name, value) for name, value in answer.items() if value)
    if isinstance(value, list):
        return {**answer, field: value[:-1]}
    if isinstance(value, dict):
        return {**answer, field: dict(list(value.items())[:-1])}
    return {**answer, field: None}


def test_nbval_sees_a_spoilt_solution(tmp_path: Path) -> None:
    page = notebook(f"solutions/{LESSONS[0]}.ipynb")
    cell = next(cell for cell in page.cells if cell.id.startswith("ask-"))
    stream = next(out for out in cell.outputs if out.output_type == "stream")
    stream.text = stream.text.replace("right", "wrong")
    nbformat.write(page, tmp_path / "spoilt.ipynb")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run([*command, tmp_path / "spoilt.ipynb"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 1
    assert b"1 failed" in done.stdout


@pytest.mark.parametrize("name", LESSONS)
def test_an_untouched_notebook_runs_in_silence_and_earns_nothing(name: str, tmp_path: Path) -> None:
    page = notebook(f"{name}.ipynb")
    page.cells.append(nbformat.v4.new_code_cell("sum(ask.score(one.id) for one in ask.sheet)"))
    with redirect_stdout(io.StringIO()):
        NotebookClient(page, timeout=60, resources={"metadata": {"path": str(tmp_path)}}).execute()
    code = [cell for cell in page.cells if cell.cell_type == "code"]
    assert not any(out.get("name") == "stderr" for cell in code for out in cell.outputs)
    graded = [cell for cell in code if cell.metadata.get("nbgrader", {}).get("grade")]
    assert len(graded) == len(SHEETS[name].questions)
    assert code[-1].outputs[0].data["text/plain"] == "0.0"
