"""`accordingto feedback DIR LESSON`: a page for every student whose work was graded."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from accordingto.classroom.course import Course
from accordingto.classroom.feedback_page import Page
from accordingto.classroom.grade import stands
from accordingto.classroom.gradebook import Book
from accordingto.classroom.marks import kept, path_of
from accordingto.classroom.printable import printable
from accordingto.classroom.scores import Scores
from accordingto.classroom.submissions import read
from accordingto.exercises import Sheet
from accordingto.exercises.answers import write_whole

Done = Literal["written", "as it was", "not graded", "missing"]
WHY: dict[Done, str] = {
    "not graded": "It came, or changed, after the last grading: grade first.",
    "missing": "Nothing was handed in.",
}
_HANDED_ON = ("timestamp.txt", "submission_secret.txt")  # what nbgrader releases feedback by


@dataclass(frozen=True)
class Told:
    """What came of one student's page; `waiting` exercises are not marked yet."""

    student: str
    done: Done
    waiting: int = 0


def feedback(course: Course, lesson: str) -> Iterator[Told]:
    """Write the pages into nbgrader's `feedback/STUDENT/LESSON/`, yielding each as it is there.

    A page that would say the same is left alone. Raises LookupError for a lesson that the course
    has not released, and ValueError where its sheet and the gradebook differ.
    """
    sheet = course.sheet(lesson)
    title = _title(course.released(lesson))
    with Book(course, lesson) as book:
        book.hold_against(sheet)
        every = book.scores()
    known = {scores.student.id for scores in every}
    for scores in every:
        yield _told(course, sheet, title, scores)
    for folder in course.submitted(lesson):
        if folder.parent.name not in known:
            yield Told(printable(folder.parent.name), "not graded")


def _told(course: Course, sheet: Sheet, title: str, scores: Scores) -> Told:
    student, lesson = scores.student.id, sheet.lesson
    folder = course.root / "submitted" / student / lesson
    if not folder.is_dir():
        return Told(student, "missing")
    submission = read(folder, lesson)
    marks = kept(path_of(course.root, lesson, student))
    if not scores.there or not marks or not stands(course, sheet, submission, marks):
        return Told(student, "not graded")
    page = Page(title, sheet, submission, marks, scores).html().encode(errors="replace")
    there = course.root / "feedback" / student / lesson
    files = {f"{lesson}.html": page}
    for name in _HANDED_ON:
        if (folder / name).is_file() and not (folder / name).is_symlink():
            files[name] = (folder / name).read_bytes()
    changed = [name for name, data in files.items() if not _has(there / name, data)]
    for name in changed:
        write_whole(there / name, files[name])
    return Told(student, "written" if changed else "as it was", scores.waiting)


def _has(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _title(notebook: Path) -> str:
    """The first heading of the notebook that was handed out."""
    for cell in json.loads(notebook.read_bytes())["cells"]:
        for line in "".join(cell["source"]).splitlines():
            if cell["cell_type"] == "markdown" and line.startswith("# "):
                return line.removeprefix("# ").strip()
    return notebook.stem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course and lesson."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")


def run(arguments: argparse.Namespace) -> int:
    """Write with a progress bar, then a table; exit code 1 when somebody's work was not graded."""
    from rich.console import Console
    from rich.progress import track
    from rich.table import Table
    from rich.text import Text

    course = Course(arguments.folder.absolute())
    with Book(course, arguments.lesson) as book:
        total = len(book.students())
    console = Console()
    pages = feedback(course, arguments.lesson)
    told = list(track(pages, "writing", total=total, console=console, transient=True))
    table = Table("student", "page", "", title=arguments.lesson)
    for one in told:
        waits = f"{one.waiting} not marked yet; the page says so." if one.waiting else ""
        table.add_row(Text(one.student), one.done, WHY.get(one.done, waits))
    console.print(table)
    counts = Counter(one.done for one in told)
    console.print(", ".join(f"{number} {done}" for done, number in counts.items()) + ".")
    console.print(f"The pages are in {course.root / 'feedback'}/STUDENT/{arguments.lesson}/.")
    return 1 if counts["not graded"] else 0
