"""Grading a lesson: every submission into the gradebook, whatever its state."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from accordingto.classroom import wall
from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.course import Course
from accordingto.classroom.mark.formgrader_page import write_page
from accordingto.classroom.mark.marking import could_not, mark, run_of
from accordingto.classroom.printable import printable
from accordingto.classroom.results import (
    Marks,
    Result,
    changed,
    digest,
    keep,
    kept,
    path_of,
    why_no_path,
)
from accordingto.classroom.submissions import Submission, read
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.workers import cores, in_order, learn_types, over

T = TypeVar("T")
_KEYS = ("seeds", "lessons", "exercises", "notebooks")


class PythonHidden(ValueError):
    """Python lies where students' code may read nothing."""


@dataclass(frozen=True)
class Graded:
    """One submission with its marks.

    `again` tells that it was marked in this run; `earlier_key` that it stands as it was marked
    with another key than the one of now, which `accordingto regrade` can change. `changed` are
    the exercises whose work is not what was marked before, and `stale` the cells that a person
    marked before that, and has to look at again. `written` is false where nothing can be
    written under the student's name.
    """

    marks: Marks
    again: bool
    earlier_key: bool = False
    changed: frozenset[str] = frozenset()
    stale: tuple[str, ...] = ()
    written: bool = True


@dataclass(frozen=True)
class Way:
    """The way to grade a lesson: the sheet, and whether students' code runs, and walled."""

    course: Course
    sheet: Sheet
    key: str
    walled: bool = True
    code: bool = True

    @classmethod
    def of(cls, course: Course, lesson: str, *, walled: bool = True, code: bool = True) -> Way:
        """Return the way to grade a lesson of a course.

        Raises NoWall where a wall is wanted and cannot be, and PythonHidden where it hides Python.
        """
        if code and walled and (why := wall.why_no_wall()):
            raise wall.NoWall(why)
        python = Path(sys.prefix).resolve()
        if code and walled and python.is_relative_to(course.root.resolve()):
            raise PythonHidden(
                f"Python itself lies in the course folder, in {python}, where students' code may "
                "read nothing; make its environment elsewhere"
            )
        sheet = course.sheet(lesson)
        return cls(course, sheet, key_of(sheet), walled, code)

    def digest(self, submission: Submission) -> str:
        """Return the digest of the submission's bytes and of the way its code is run."""
        return digest(submission.digest, walled=self.walled, code=self.code)


def grade(
    course: Course,
    lesson: str,
    *,
    jobs: int = 1,
    dask: str | None = None,
    walled: bool = True,
    code: bool = True,
) -> Iterator[Graded]:
    """Grade what is new or changed, yielding each submission once its marks are on the disk.

    Without `code` no student's code is run, and code waits for a person. A kill at any moment
    loses nothing that was yielded, and the next run grades the rest. Raises NoWall where a wall
    is wanted and the system has none, and ValueError where sheet and gradebook differ.
    """
    with Book(course, lesson) as book:
        way = Way.of(course, lesson, walled=walled, code=code)
        book.hold_against(way.sheet)
        known = book.submitted()
        for some in many(partial(_if_changed, way), course, lesson, jobs=jobs, dask=dask):
            new = [
                one for one in some if one.written and (one.again or one.marks.student not in known)
            ]
            book.write([(one.marks, one.changed) for one in new])
            for one in new:
                keep(course.root, one.marks)
            stale = book.stale()
            for one in some:
                looked_at = stale.get(one.marks.student, ()) if one.written else ()
                yield replace(one, stale=tuple(looked_at))


def many(
    work: Callable[[Path], T], course: Course, lesson: str, *, jobs: int, dask: str | None
) -> Iterator[list[T]]:
    """`work` done on the folder of every submission, in order, those together that are done.

    Here they are threads around one door in the wall, behind which as many jobs run at once, and
    all end with this. Raises ValueError for `jobs` that are no number of processes, of which -1
    is one for each core, and where no cluster answers at `dask`.
    """
    folders = course.submitted(lesson)
    ways = cores(jobs)
    if dask:
        yield from over(dask, work, folders)
        return
    learn_types()
    pool = ThreadPoolExecutor(ways)
    try:
        wall.open_door(ways)
        yield from in_order(pool, work, folders)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        wall.close()  # who waits for an answer hears that there will be none
        pool.shutdown()


def missing(course: Course, lesson: str) -> list[str]:
    """The students of the gradebook of whom there is no submission."""
    there = {folder.parent.name for folder in course.submitted(lesson)}
    with Book(course, lesson) as book:
        return sorted({student.id for student in book.students()} - there)


def mark_anew(way: Way, submission: Submission) -> Marks:
    """The marks of a submission as the key is now; nothing is written."""
    forbidden = (str(way.course.root), *(str(Content.kit().root / name) for name in _KEYS))
    run = run_of(submission, way.sheet, forbidden, way.walled) if way.code else None
    try:
        found = mark(submission, way.sheet, run=run)
    except (OSError, wall.NoWall):  # of the system, and so of everybody
        raise
    except Exception as error:  # a fault of the kit's own costs one submission, not the class
        said = f"The grader itself failed at it ({type(error).__name__}: {error})."
        submission.sentences.append(said)
        found = could_not(way.sheet)
    return _of(way, submission, found)


def _of(way: Way, submission: Submission, found: tuple[Result, ...]) -> Marks:
    return Marks(
        student=submission.student,
        lesson=way.sheet.lesson,
        digest=way.digest(submission),
        key=way.key,
        sentences=tuple(map(printable, submission.sentences)),
        marks=found,
    )


def _if_changed(way: Way, folder: Path) -> Graded:
    """Grade in a worker process. Only marks go back: the page, which is large, is written here."""
    if why := why_no_path(folder.parent.name):
        submission = Submission(student=printable(folder.parent.name), sentences=[why])
        return Graded(_of(way, submission, could_not(way.sheet)), again=False, written=False)
    submission = read(folder, way.sheet.lesson)
    before = kept(path_of(way.course.root, way.sheet.lesson, submission.student))
    if before:
        earlier_key = before.key != way.key
        # However its code is run now: only `regrade` holds against a new key what has its marks.
        if before.digest == way.digest(submission) or (
            earlier_key and before.are_of(submission.digest)
        ):
            return Graded(before, again=False, earlier_key=earlier_key)
    marks = mark_anew(way, submission)
    write_page(way.course, way.sheet, marks, submission)
    return Graded(marks, again=True, changed=changed(before, marks))


def key_of(sheet: Sheet) -> str:
    """A digest of all that answers are held against: questions, their articles and readings."""
    seen = hashlib.sha256()
    for question in sheet:
        material = sheet.material(question)
        seen.update(msgspec.json.encode(question, order="deterministic"))
        seen.update(material.article.text.encode())
        seen.update(msgspec.json.encode(material.reading, order="deterministic"))
    return seen.hexdigest()
