"""Making an nbgrader course of lessons, ready for its commands and screens."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from accordingto.classroom.course import Course
from accordingto.classroom.hand_out.assignment import assignment
from accordingto.classroom.hand_out.fit import apart, fitted, without_ways
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole
from accordingto.exercises.released import release
from accordingto.exercises.sheet import Mode

_CONFIG = """\
# Made by `accordingto course`; yours to change. nbgrader and `accordingto` read it.
import os

c = get_config()
c.CourseDirectory.course_id = {name!r}
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
# Another database than gradebook.db in this folder: c.CourseDirectory.db_url = "postgresql://…"
# Texts are written into their cells, where a person marks them, and keys are there to mark by.
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "accordingto.classroom.mark.plain_nbgrader.Prepare",
    "nbgrader.preprocessors.CheckCellMetadata",
]
# The notebooks in source/ hold no solutions, so there are none to clear.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors." + name
    for name in (
        "IncludeHeaderFooter", "LockCells", "ClearOutput", "CheckCellMetadata",
        "ComputeChecksums", "SaveCells", "ClearHiddenTests", "ClearMarkScheme",
        "ComputeChecksums", "CheckCellMetadata",
    )
]
"""
# A second notebook would be a second assignment to nbgrader, so here the glossary is a text.
_GLOSSARY = (b"](glossary.ipynb)", b"](glossary.md)")
# A traceback's first line stands behind the log's own words, so its first frame is the measure.
_REASON = re.compile(r"^.*Traceback .*:\n( *)  File .*\n(?:\1 .*\n)*\1(\S.*)$", re.MULTILINE)


class NotebookDiffers(ValueError):
    """The notebook in `source/` does not ask what the sheet has, or is none."""


class ReleaseFailed(ValueError):
    """nbgrader could not release a lesson."""


def make(root: Path, lessons: Sequence[str], mode: Mode = "graded") -> Course:
    """Make a course of these lessons, or add them to it.

    What is handed out beside the notebook says the mode, and in `graded` holds no key and no
    reason. A notebook that is in `source/` already stays as it is, but for the points, which are
    the sheet's, and the mode. Raises NotebookDiffers where it asks other exercises than the
    sheet has, and ReleaseFailed where nbgrader fails.
    """
    import nbgrader  # noqa: F401 - said first where it is missing

    course = Course(root.absolute())
    root.mkdir(parents=True, exist_ok=True)
    config = root / "nbgrader_config.py"
    if not config.exists():
        config.write_text(_CONFIG.format(name=course.root.name), encoding="utf-8")
    for lesson in lessons:
        sheet = course.sheet(lesson)
        source = root / "source" / lesson
        source.mkdir(parents=True, exist_ok=True)
        notebook = source / f"{lesson}.ipynb"
        if not notebook.exists():
            write_whole(notebook, handed_out(sheet, mode))
        _fit(notebook, sheet, mode)
        write_whole(source / f"{lesson}.released.json", release(sheet, mode))
        if mode != "graded":  # graded work has no text that links to it
            glossary = course.content.glossary()
            write_whole(source / glossary.name, glossary.read_bytes())
        _generate(course, lesson)
    return course


def changed(course: Course, lessons: Sequence[str], mode: Mode) -> list[Path]:
    """The notebooks of `source/` that are not what the kit gives now in this mode."""
    found = {lesson: course.root / "source" / lesson / f"{lesson}.ipynb" for lesson in lessons}
    return [
        path
        for lesson, path in found.items()
        if path.read_bytes() != handed_out(course.sheet(lesson), mode)
    ]


def handed_out(sheet: Sheet, mode: Mode) -> bytes:
    """The kit's notebook for a mode, with the points of the sheet."""
    notebook = json.loads(sheet.content.notebook(sheet.lesson).read_bytes())
    page = assignment(notebook) if mode == "graded" else without_ways(notebook)
    return _as_file(fitted(page, sheet, mode)).replace(*_GLOSSARY)


def _fit(path: Path, sheet: Sheet, mode: Mode) -> None:
    try:
        notebook = json.loads(path.read_bytes())
    except ValueError:
        raise NotebookDiffers(f"{path}: it is cut off or no notebook") from None
    fit = fitted(notebook, sheet, mode)
    if fit != notebook:
        write_whole(path, _as_file(fit))
    if other := apart(fit, sheet):
        raise NotebookDiffers(
            f"{path} does not ask what the sheet of {sheet.lesson} has: {other}; keep the kit's "
            "ids in the sheet, or change these cells of the notebook, and make the course again"
        )


def _as_file(notebook: dict[str, Any]) -> bytes:
    return json.dumps(notebook, indent=1, ensure_ascii=False).encode()


def _generate(course: Course, lesson: str) -> None:
    scripts = Path(sys.executable).parent  # nbgrader calls `alembic` by its bare name
    path = os.pathsep.join((str(scripts), os.environ.get("PATH", os.defpath)))
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", lesson, "--force"],
        cwd=course.root,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ReleaseFailed(f"nbgrader could not release {lesson}: {_why(done.stderr)}")


def _why(said: str) -> str:
    """The last line of the last traceback, to which nbgrader's own last words only point."""
    if reasons := _REASON.findall(said):
        return str(reasons[-1][1])
    return (said.strip().splitlines() or ["no word"])[-1]
