"""Regrading: what a corrected key changes, found before anything is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.mark.formgrader_page import write_page
from accordingto.classroom.mark.grade import Way, many, mark_anew
from accordingto.classroom.results import Marks, keep, kept, path_of
from accordingto.classroom.submissions import Submission, read
from accordingto.exercises.answers import now
from accordingto.exercises.kinds.code import Code

LOG = "regrades.jsonl"


class CodeNotRun(ValueError):
    """A function has points, and this time no code is run."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """The points of one exercise before and after; None where a person marks."""

    student: str
    exercise: str
    before: float | None
    after: float | None

    @property
    def lowered(self) -> bool:
        """Return whether somebody loses by it."""
        return (self.after or 0.0) < (self.before or 0.0)


class Logged(Change, frozen=True, kw_only=True):
    """A line of the log: who changed this, when, and why."""

    at: str
    who: str
    why: str
    lesson: str


@dataclass(frozen=True)
class Regraded:
    """One submission marked by the present key, and its changes.

    `submission` is what was scored, so that what is written is of that, whatever came in between.
    """

    submission: Submission
    marks: Marks
    changes: tuple[Change, ...]


def regraded(way: Way, *, jobs: int = 1, dask: str | None = None) -> Iterator[Regraded]:
    """Score anew what was graded with an earlier key, and write nothing.

    Work that is new, or changed since, is for `accordingto grade`. Raises SheetDiffers where sheet
    and gradebook differ, and CodeNotRun where a function has points and is not run this time.
    """
    with Book(way.course, way.sheet.lesson) as book:
        book.hold_against(way.sheet)
    found = many(partial(_anew, way), way.course, way.sheet.lesson, jobs=jobs, dask=dask)
    yield from (one for some in found for one in some if one is not None)


def write(way: Way, all_: Iterable[Regraded], *, why: str, who: str) -> None:
    """Put them into the gradebook, each with its lines in the log first.

    So a kill in the middle can leave a line twice, but no change without one.
    """
    with Book(way.course, way.sheet.lesson) as book:
        for one in all_:
            _log(way, one.changes, why=why, who=who)
            write_page(way.course, way.sheet, one.marks, one.submission)
            book.write([(one.marks, ())])
            keep(way.course.root, one.marks)


def _anew(way: Way, folder: Path) -> Regraded | None:
    submission = read(folder, way.sheet.lesson)
    before = kept(path_of(way.course.root, way.sheet.lesson, submission.student))
    if not before or before.key == way.key:
        return None
    if not before.are_of(submission.digest):
        return None
    marks = mark_anew(way, submission)
    points = {mark.exercise: mark.points for mark in before.marks}
    changes = tuple(
        Change(
            student=marks.student,
            exercise=mark.exercise,
            before=points.get(mark.exercise),
            after=mark.points,
        )
        for mark in marks.marks
        if mark.points != points.get(mark.exercise)
    )
    for change in changes:
        function = isinstance(way.sheet[change.exercise], Code)
        if function and not way.code and change.before is not None:
            raise CodeNotRun(
                f"{change.student} has points for the function of {change.exercise}, and here no "
                "code is run; regrade as it was graded, without a wall by --without-wall"
            )
    return Regraded(submission, marks, changes)


def _log(way: Way, changes: Iterable[Change], *, why: str, who: str) -> None:
    lines = [
        msgspec.json.encode(
            Logged(
                at=now(),
                who=who,
                why=why,
                lesson=way.sheet.lesson,
                **msgspec.structs.asdict(change),
            )
        )
        for change in changes
    ]
    with (way.course.root / LOG).open("ab") as file:
        file.writelines(line + b"\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
