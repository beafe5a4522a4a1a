"""The page of a submission in nbgrader's autograded folder: what the formgrader shows."""

from __future__ import annotations

import json
import time
from typing import Any

import msgspec
from markupsafe import Markup

from accordingto.classroom.course import Course
from accordingto.classroom.hidden import without_hidden
from accordingto.classroom.results import Marks, Result
from accordingto.classroom.submissions import Submission
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole
from accordingto.exercises.kinds.code import Code
from accordingto.notebooks.cells import grade_id, grade_id_of, is_written
from accordingto.widgets.static import outcome_html, static_html

_COULD_NOT = Markup("<p>This could not be graded. {}</p>")  # it escapes what is put in


def write_page(course: Course, sheet: Sheet, marks: Marks, submission: Submission) -> None:
    """The released notebook with the student's code in it and every exercise's still face."""
    page = msgspec.json.decode(course.released(marks.lesson).read_bytes())
    theirs = {cell["grade_id"]: cell["source"] for cell in submission.cells or ()}
    by_cell = {grade_id(mark.exercise): mark for mark in marks.marks}
    for cell in page["cells"]:
        name = grade_id_of(cell)
        if is_written(cell) and name in theirs:
            cell["source"] = theirs[name]
        if name in by_cell:
            cell["outputs"] = [_seen(by_cell[name], sheet, marks, submission)]
    folder = course.root / "autograded" / marks.student / marks.lesson
    write_whole(folder / f"{marks.lesson}.ipynb", _encoded(page))
    stamp = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
    write_whole(folder / "timestamp.txt", stamp.encode())


def _encoded(page: dict[str, Any]) -> bytes:
    """The page as a file; half of a surrogate pair, which is in no encoding, becomes a sign."""
    try:
        return msgspec.json.format(msgspec.json.encode(page), indent=1)
    except UnicodeEncodeError:
        return json.dumps(page, indent=1, ensure_ascii=False).encode(errors="replace")


def _seen(mark: Result, sheet: Sheet, marks: Marks, submission: Submission) -> dict[str, Any]:
    """nbgrader can make pages for students of this one: nothing hidden may stand in it."""
    question = sheet[mark.exercise]
    said = without_hidden(question, mark.outcome) if mark.outcome else None
    entry = (submission.entries or {}).get(mark.exercise) if said else None
    if mark.state == "could not":
        html = _COULD_NOT.format(" ".join(marks.sentences))
    elif said and isinstance(question, Code):  # the answer stands in the cell above
        html = outcome_html(said)
    else:
        html = static_html(question, entry, said, sheet.material(question), note="The answer:")
    return {"output_type": "display_data", "data": {"text/html": str(html)}, "metadata": {}}
