"""Feedback: a page for every student whose work was graded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.book.scores import Scores
from accordingto.classroom.course import Course
from accordingto.classroom.hand_back.feedback_page import Page
from accordingto.classroom.printable import printable
from accordingto.classroom.results import kept, path_of
from accordingto.classroom.submissions import read
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole

Done = Literal["written", "as it was", "not graded", "missing"]
WHY: dict[Done, str] = {
    "not graded": "It came, or changed, after the last grading: grade first.",
    "missing": "Nothing was handed in.",
}
_HANDED_ON = ("timestamp.txt", "submission_secret.txt")  # what nbgrader releases feedback by


@dataclass(frozen=True)
class Told:
    """One student's page, written or not; `waiting` exercises are not marked yet."""

    student: str
    done: Done
    waiting: int = 0


def feedback(course: Course, lesson: str) -> Iterator[Told]:
    """Write the pages into nbgrader's `feedback/STUDENT/LESSON/`, yielding each as it is there.

    A page that would say the same is left alone. Raises LookupError for a lesson that the course
    has not released, and ValueError where its sheet and the gradebook differ.
    """
    sheet = course.sheet(lesson)
    title = course.title(lesson)
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
    if not scores.there or not marks or not marks.are_of(submission.digest):
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
