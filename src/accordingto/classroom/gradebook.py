"""nbgrader's gradebook and its autograded folder: scores go in, manual ones stay."""

from __future__ import annotations

import json
import time
from html import escape
from types import TracebackType
from typing import Any

from accordingto.classroom.course import Course
from accordingto.classroom.marks import Mark, Marks
from accordingto.classroom.submissions import Submission
from accordingto.exercises import Sheet
from accordingto.exercises.answers import write_whole
from accordingto.exercises.question import grade_id
from accordingto.widgets.static import static_html


class Book:
    """One session with the gradebook of a course, for one lesson."""

    def __init__(self, course: Course, lesson: str, sheet: Sheet) -> None:
        from nbgrader.api import Gradebook

        self._course, self._lesson, self._sheet = course, lesson, sheet
        self._released = json.loads(course.released(lesson).read_text(encoding="utf-8"))
        self._book = Gradebook(course.database, course.root.name)

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._book.close()

    def students(self) -> list[str]:
        """The ids of all students that the gradebook knows."""
        return [student.id for student in self._book.students]

    def write(self, marks: Marks, submission: Submission) -> None:
        """Write one submission's scores and its page for the formgrader."""
        stamp = self._course.root / "submitted" / marks.student / self._lesson / "timestamp.txt"
        named: dict[str, Any] = {}
        if stamp.is_file() and not stamp.is_symlink():
            named["timestamp"] = stamp.read_text(encoding="utf-8", errors="replace")[:64].strip()
        self._book.update_or_create_student(marks.student)
        try:
            self._book.update_or_create_submission(self._lesson, marks.student, **named)
        except ValueError:  # a time that is none
            self._book.update_or_create_submission(self._lesson, marks.student)
        by_cell = {grade_id(mark.exercise): mark for mark in marks.marks}
        notebook = self._book.find_submission_notebook(self._lesson, self._lesson, marks.student)
        for grade in notebook.grades:
            if mark := by_cell.get(grade.name):
                grade.auto_score = mark.points
                grade.needs_manual_grade = mark.points is None and grade.manual_score is None
        self._book.db.commit()
        self._page(marks, submission, by_cell)

    def _page(self, marks: Marks, submission: Submission, by_cell: dict[str, Mark]) -> None:
        page = json.loads(json.dumps(self._released))
        theirs = {cell["grade_id"]: cell["source"] for cell in submission.cells or ()}
        for cell in page["cells"]:
            ours = cell["metadata"].get("nbgrader", {})
            name = ours.get("grade_id")
            if ours.get("solution") and not ours.get("grade") and name in theirs:
                cell["source"] = theirs[name]
            if name in by_cell:
                cell["outputs"] = [self._seen(by_cell[name], marks, submission)]
        folder = self._course.root / "autograded" / marks.student / self._lesson
        data = json.dumps(page, indent=1, ensure_ascii=False).encode(errors="replace")
        write_whole(folder / f"{self._lesson}.ipynb", data)
        stamp = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
        write_whole(folder / "timestamp.txt", stamp.encode())

    def _seen(self, mark: Mark, marks: Marks, submission: Submission) -> dict[str, Any]:
        question = self._sheet[mark.exercise]
        entry = (submission.entries or {}).get(mark.exercise) if mark.outcome else None
        if mark.state == "could not":
            html = "<p>This could not be graded. " + escape(" ".join(marks.sentences)) + "</p>"
        else:
            html = static_html(question, entry, mark.outcome, self._sheet.material(question))
        return {"output_type": "display_data", "data": {"text/html": html}, "metadata": {}}
