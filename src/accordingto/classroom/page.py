"""The page of a submission in nbgrader's autograded folder: what the formgrader shows."""

from __future__ import annotations

import json
import time
from html import escape
from typing import Any

from accordingto.classroom.course import Course
from accordingto.classroom.hidden import without_hidden
from accordingto.classroom.marks import Mark, Marks
from accordingto.classroom.submissions import Submission
from accordingto.exercises import Sheet
from accordingto.exercises.answers import write_whole
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.question import grade_id
from accordingto.widgets.static import outcome_html, static_html


def write_page(course: Course, sheet: Sheet, marks: Marks, submission: Submission) -> None:
    """The released notebook with the student's code in it and every exercise's still face."""
    page = json.loads(course.released(marks.lesson).read_text(encoding="utf-8"))
    theirs = {cell["grade_id"]: cell["source"] for cell in submission.cells or ()}
    by_cell = {grade_id(mark.exercise): mark for mark in marks.marks}
    for cell in page["cells"]:
        ours = cell["metadata"].get("nbgrader", {})
        name = ours.get("grade_id")
        if ours.get("solution") and not ours.get("grade") and name in theirs:
            cell["source"] = theirs[name]
        if name in by_cell:
            cell["outputs"] = [_seen(by_cell[name], sheet, marks, submission)]
    folder = course.root / "autograded" / marks.student / marks.lesson
    data = json.dumps(page, indent=1, ensure_ascii=False).encode(errors="replace")
    write_whole(folder / f"{marks.lesson}.ipynb", data)
    stamp = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
    write_whole(folder / "timestamp.txt", stamp.encode())


def _seen(mark: Mark, sheet: Sheet, marks: Marks, submission: Submission) -> dict[str, Any]:
    """nbgrader can make pages for students of this one: nothing hidden may stand in it."""
    question = sheet[mark.exercise]
    said = without_hidden(question, mark.outcome) if mark.outcome else None
    entry = (submission.entries or {}).get(mark.exercise) if said else None
    if mark.state == "could not":
        html = "<p>This could not be graded. " + escape(" ".join(marks.sentences)) + "</p>"
    elif said and isinstance(question, Code):  # the answer stands in the cell above
        html = outcome_html(said)
    else:
        html = static_html(question, entry, said, sheet.material(question), note="The answer:")
    return {"output_type": "display_data", "data": {"text/html": html}, "metadata": {}}
