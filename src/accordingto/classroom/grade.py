"""`accordingto grade DIR LESSON`: every submission into the gradebook, whatever its state."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from accordingto.classroom import wall
from accordingto.classroom.course import Course
from accordingto.classroom.gradebook import Book
from accordingto.classroom.marking import job_of, mark
from accordingto.classroom.marks import Marks, keep, kept, path_of
from accordingto.classroom.submissions import Submission, read
from accordingto.content import content_root
from accordingto.exercises import Sheet, digest


@dataclass(frozen=True)
class Graded:
    """What came of one submission; `again` tells that it was marked in this run."""

    marks: Marks
    again: bool


def grade(
    course: Course,
    lesson: str,
    *,
    jobs: int = 1,
    dask: str | None = None,
    walled: bool = True,
    code: bool = True,
) -> Iterator[Graded]:
    """Grade what is new or changed, yielding each submission as its marks are on the disk.

    Without `code` no student's code is run, and code waits for a person. Raises NoWall where a
    wall is wanted and the system has none.
    """
    from joblib import Parallel, delayed, parallel_config

    if code and walled and (why := wall.why_no_wall()):
        raise wall.NoWall(why)
    sheet = course.sheet(lesson)
    with ExitStack() as stack:
        book = stack.enter_context(Book(course, lesson, sheet))
        stack.callback(wall.close)
        if dask:
            stack.enter_context(parallel_config(backend="dask", scheduler_host=dask))
        work = (
            delayed(_one)(course, lesson, sheet, folder, walled, code)
            for folder in course.submitted(lesson)
        )
        for marks, submission in Parallel(n_jobs=jobs, return_as="generator")(work):
            if submission is not None:
                book.write(marks, submission)
                keep(course.root, marks)
            yield Graded(marks, submission is not None)


def missing(course: Course, lesson: str) -> list[str]:
    """The students of the gradebook of whom there is no submission."""
    there = {folder.parent.name for folder in course.submitted(lesson)}
    with Book(course, lesson, course.sheet(lesson)) as book:
        return sorted(set(book.students()) - there)


def _one(
    course: Course, lesson: str, sheet: Sheet, folder: Path, walled: bool, code: bool
) -> tuple[Marks, Submission | None]:
    submission = read(folder, lesson)
    seen = hashlib.sha256(f"{submission.digest} {walled} {code}".encode())
    seen.update(" ".join(map(digest, sheet)).encode())
    before = kept(path_of(course.root, lesson, submission.student))
    if before and before.digest == seen.hexdigest():
        return before, None
    forbidden = (str(course.root), *(str(content_root() / name) for name in _KEYS))
    job = job_of(submission, sheet, forbidden, walled) if code else None
    marked = mark(submission, sheet, job=job)
    marks = Marks(
        student=submission.student,
        lesson=lesson,
        digest=seen.hexdigest(),
        sentences=tuple(submission.sentences),
        marks=marked,
    )
    return marks, submission


_KEYS = ("seeds", "lessons", "exercises", "notebooks")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course and lesson, and on how many processes."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes (default 1)")
    parser.add_argument("--dask", metavar="ADDRESS", help="a running Dask cluster, tcp://…")
    parser.add_argument(
        "--without-wall", action="store_true", help="run students' code with nothing around it"
    )


def run(arguments: argparse.Namespace) -> int:
    """Grade with a progress bar, and a table at the end; exit code 1 when any was not graded."""
    from rich.console import Console
    from rich.progress import track
    from rich.table import Table

    course = Course(arguments.folder.absolute())
    lesson: str = arguments.lesson
    console = Console()
    why = "" if arguments.without_wall else wall.why_no_wall()
    if why:
        console.print(f"No code was run: {why}. To run it all the same: --without-wall.")
    table = Table("student", "", "points", "why", title=lesson)
    total = len(course.submitted(lesson))
    results = grade(
        course,
        lesson,
        jobs=arguments.jobs,
        dask=arguments.dask,
        walled=not arguments.without_wall,
        code=not why,
    )
    verdicts = []
    for one in track(results, "grading", total=total, console=console):
        marks = one.marks
        verdicts.append(marks.verdict)
        of = sum(mark.of for mark in marks.marks)
        points = "" if marks.verdict == "could not" else f"{marks.points:g} of {of:g}"
        table.add_row(marks.student, marks.verdict, points, " ".join(marks.sentences))
    for student in missing(course, lesson):
        verdicts.append("missing")
        table.add_row(student, "missing", "", "Nothing was handed in.")
    console.print(table)
    return 0 if set(verdicts) <= {"graded"} else 1
