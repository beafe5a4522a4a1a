"""Preparation of a course, so that plain `nbgrader autograde` marks exercises as `grade` does.

nbgrader takes a cell that stands as it was handed out for unanswered, and gives it nothing. A
free text is in the answer file, so it is written into its cell. And the notebook, which asks for
the score, is told where the keys are: what was handed out beside it has none.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from nbgrader.preprocessors import NbGraderPreprocessor

from accordingto.classroom.course import Course
from accordingto.classroom.submissions import Submission, read, text_of
from accordingto.content import VARIABLE
from accordingto.exercises import Sheet
from accordingto.exercises.released import KEYS
from accordingto.notebooks.cells import grade_id, grade_id_of


class Prepare(NbGraderPreprocessor):  # type: ignore[misc]
    """A preprocessor for `Autograde.sanitize_preprocessors`, run where the submission lies."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """The notebook, with every written answer below the call that asked for it."""
        lesson = resources["nbgrader"]["notebook"]
        course = Course(Path(self.config.CourseDirectory.get("root") or "."))
        os.environ[KEYS] = "yes"  # the kernel, started next, has both from here
        os.environ[VARIABLE] = str(course.content.root)
        found = read(Path(resources["metadata"]["path"]), lesson)
        texts = written(found, course.sheet(lesson))
        for cell in nb.cells:
            name = grade_id_of(cell)
            if name in texts:
                cell.source = f"{cell.source}\n\n{texts[name]}"
        return nb, resources


def written(submission: Submission, sheet: Sheet) -> dict[str, str]:
    """By the name of its cell, each text that waits for a person, as comments of Python."""
    found = {}
    for question in sheet:
        entry = (submission.entries or {}).get(question.id)
        if question.unscored and entry and (text := text_of(entry)):
            found[grade_id(question.id)] = "\n".join(f"# {line}" for line in text.splitlines())
    return found
