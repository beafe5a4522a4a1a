"""Plain `nbgrader autograde` on a course of ours: the same scores, and texts wait for a person."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.course import Course
from accordingto.exercises import AnswerStore
from accordingto.exercises.flow import answered
from classroom.pupils import CODE, FULL, LESSON, SHEET, SOLVED, Class
from kept import instead


def autograde(course: Course) -> str:
    """As a person runs it, in the folder of the course."""
    scripts = Path(sys.executable).parent
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", LESSON, "--force"],
        cwd=course.root,
        env={**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def scores(course: Course, student: str) -> dict[str, tuple[float | None, bool]]:
    with Gradebook(course.database) as book:
        notebook = book.find_submission_notebook(LESSON, LESSON, student)
        return {one.name: (one.auto_score, one.needs_manual_grade) for one in notebook.grades}


@pytest.mark.slow
def test_autograde_and_grade_give_the_same(pupils: Class) -> None:
    """Right answers, half right ones, none; code that is right, and that is as handed out."""
    pupils.hand_in("ann", SOLVED)
    blank = AnswerStore(pupils.hand_in("mia", right=False) / "answers" / f"{LESSON}.json")
    blank.change("4.9", instead(answered(SHEET["4.9"], None, {"text": " \n"})))
    half = AnswerStore(pupils.hand_in("ben", right=False) / "answers" / f"{LESSON}.json")
    half.change("4.6", instead(answered(SHEET["4.6"], None, {"choice": "disproved"})))
    half.change(
        "4.9", instead(answered(SHEET["4.9"], None, {"text": "Two lines,\n“and a curly” one."}))
    )
    autograde(pupils.course)
    theirs = {student: scores(pupils.course, student) for student in ("ann", "ben", "mia")}
    pupils.marks()
    ours = {student: scores(pupils.course, student) for student in ("ann", "ben", "mia")}
    assert theirs == ours
    assert ours["ben"]["ask-4-6"] == (0.5, False)
    assert ours["ben"]["ask-4-9"] == (None, True)
    assert ours["mia"]["ask-4-9"] == (0.0, False)
    assert ours["ann"][f"ask-{CODE.replace('.', '-')}"] == (SHEET[CODE].points, False)
    assert sum(score or 0 for score, _ in ours["ann"].values()) == FULL


def test_what_was_written_stands_in_its_cell(pupils: Class) -> None:
    answers = AnswerStore(pupils.hand_in("ben", right=False) / "answers" / f"{LESSON}.json")
    answers.change("4.9", instead(answered(SHEET["4.9"], None, {"text": "First.\nimport os"})))
    autograde(pupils.course)
    page = (pupils.course.root / "autograded" / "ben" / LESSON / f"{LESSON}.ipynb").read_bytes()
    cells = msgspec.json.decode(page)["cells"]
    cell = next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == "ask-4-9")
    assert "".join(cell["source"]) == 'ask("4.9")\n\n# First.\n# import os'
