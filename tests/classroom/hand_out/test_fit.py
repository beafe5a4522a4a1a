"""A course's own sheet: its points hold, and the notebook asks what it has, or it is said."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.course import Course
from accordingto.classroom.hand_out.fit import apart, fitted
from accordingto.classroom.mark.grade import grade
from accordingto.cli import main
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.sheet import Mode
from classroom.pupils import LESSON, Class

ONE_POINT = "objective: fidelity\n    points: 1\n"
FIVE_POINTS = ONE_POINT.replace("1", "5")


@pytest.fixture
def own(course: Course, tmp_path: Path) -> Course:
    """A course of the kit's lesson, to be changed."""
    return Course(shutil.copytree(course.root, tmp_path / "own"))


def write_sheet(course: Course, old: str, new: str) -> None:
    sheet = (Content.kit().root / "exercises" / f"{LESSON}.yaml").read_text(encoding="utf-8")
    assert old in sheet
    (course.root / "exercises").mkdir(exist_ok=True)
    (course.root / "exercises" / f"{LESSON}.yaml").write_text(
        sheet.replace(old, new, 1), encoding="utf-8"
    )


def source(course: Course) -> Path:
    return course.root / "source" / LESSON / f"{LESSON}.ipynb"


def change(course: Course, how: Callable[[list[dict[str, Any]]], None]) -> None:
    notebook = json.loads(source(course).read_bytes())
    how(notebook["cells"])
    source(course).write_text(json.dumps(notebook), encoding="utf-8")


def ask_the_new_one(cells: list[dict[str, Any]]) -> None:
    old = next(cell for cell in cells if cell["source"] == 'ask("4.6")')
    cells[cells.index(old)] = old | {"id": "new", "metadata": {}, "source": "ask('4.91')"}


def known(course: Course) -> dict[str, float]:
    with Gradebook(course.database) as book:
        cells = book.find_notebook(LESSON, LESSON).grade_cells
        return {cell.name: cell.max_score for cell in cells}


@pytest.mark.parametrize("lesson", Content.kit().lessons())
def test_the_kit_s_notebooks_are_what_its_sheets_say(lesson: str) -> None:
    notebook = json.loads((Content.kit().root / "notebooks" / f"{lesson}.ipynb").read_bytes())
    assert apart(notebook, Sheet.of(lesson)) == ""
    assert fitted(notebook, Sheet.of(lesson), "practice") == notebook


def test_points_are_the_sheet_s_and_the_rest_of_the_notebook_stays(
    own: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    write_sheet(own, ONE_POINT, FIVE_POINTS)
    assert main(["course", str(own.root), LESSON]) == 0
    assert known(own)["ask-4-4"] == 5.0
    assert "left as it is" not in capsys.readouterr().out
    change(own, lambda cells: cells[0].update(source="# Mine"))
    write_sheet(own, ONE_POINT, ONE_POINT.replace("1", "2"))
    assert main(["course", str(own.root), LESSON]) == 0
    assert known(own)["ask-4-4"] == 2.0
    assert json.loads(source(own).read_bytes())["cells"][0]["source"] == "# Mine"


def test_an_exercise_on_one_side_only_is_one_sentence_and_a_cell_mends_it(
    own: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    write_sheet(own, 'id: "4.6"', 'id: "4.91"')
    assert main(["course", str(own.root), LESSON]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"accordingto course: {source(own)} does not ask what the sheet of {LESSON} has: only the "
        'notebook has ask("4.6"); only the sheet has ask("4.91"); keep the kit\'s ids in the '
        "sheet, or change these cells of the notebook, and make the course again"
    )
    change(own, ask_the_new_one)
    assert main(["course", str(own.root), LESSON]) == 0
    assert "ask-4-6" not in known(own)
    assert known(own)["ask-4-91"] == 1.0


def test_after_grading_no_exercise_comes_or_goes(
    own: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    Class(own).hand_in("ann")
    list(grade(own, LESSON, code=False))
    write_sheet(own, 'id: "4.6"', 'id: "4.91"')
    change(own, ask_the_new_one)
    assert main(["course", str(own.root), LESSON]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"accordingto course: nbgrader could not release {LESSON}: RuntimeError: Cannot add or "
        f"remove cells for notebook '{LESSON}' because there are submissions associated with it"
    )


def test_another_function_is_another_call(own: Course) -> None:
    write_sheet(own, "function: find_quotations", "function: find_marks")
    assert apart(json.loads(source(own).read_bytes()), own.sheet(LESSON)) == (
        'only the notebook has ask("4.8", find_quotations); '
        'only the sheet has ask("4.8", find_marks)'
    )


def test_a_notebook_that_is_none_is_named(own: Course, capsys: pytest.CaptureFixture[str]) -> None:
    source(own).write_bytes(source(own).read_bytes()[:500])
    assert main(["course", str(own.root), LESSON]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said == f"accordingto course: {source(own)}: it is cut off or no notebook"


@pytest.mark.parametrize("words", ["grade", "regrade --preview", "feedback", "export --for plain"])
def test_a_sheet_that_the_gradebook_does_not_know_yet_is_one_sentence(
    own: Course, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    write_sheet(own, ONE_POINT, FIVE_POINTS)
    sheet = own.root / "exercises" / f"{LESSON}.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace('id: "4.6"', 'id: "4.91"'), "utf-8")
    command, *more = words.split()
    assert main([command, str(own.root), LESSON, *more]) == 2
    assert capsys.readouterr().err == (
        f"accordingto {command}: the sheet of {LESSON} and the gradebook differ in ask-4-4, "
        f"ask-4-6, ask-4-91; run `accordingto course {own.root} {LESSON}` again\n"
    )


def test_a_cell_of_the_teacher_s_own_is_no_difference(own: Course) -> None:
    ours = {"grade": True, "grade_id": "essay", "points": 2, "solution": True, "locked": False}
    cell = {"cell_type": "markdown", "id": "essay", "source": "Write."}
    metadata = {"metadata": {"nbgrader": {**ours, "schema_version": 3, "task": False}}}
    change(own, lambda cells: cells.append(cell | metadata))
    assert main(["course", str(own.root), LESSON]) == 0
    assert known(own)["essay"] == 2.0
    assert main(["feedback", str(own.root), LESSON]) == 0


@pytest.mark.parametrize("lesson", Content.kit().lessons())
@pytest.mark.parametrize(("mode", "calls"), [("graded", 1), ("vote", 1), ("practice", 0)])
def test_a_notebook_of_a_mode_opens_with_its_sheet_or_not_at_all(
    lesson: str, mode: Mode, calls: int
) -> None:
    kit = json.loads((Content.kit().root / "notebooks" / f"{lesson}.ipynb").read_bytes())
    fit = fitted(kit, Sheet.of(lesson), mode)
    code = "\n".join("".join(c["source"]) for c in fit["cells"] if c["cell_type"] == "code")
    assert code.count(f'ask = lesson("{lesson}", released=True)') == calls
    assert fitted(fit, Sheet.of(lesson), mode) == fit
    assert fitted(fit, Sheet.of(lesson), "practice") == kit
