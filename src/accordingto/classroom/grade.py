"""`accordingto grade DIR LESSON`: every submission into the gradebook, whatever its state."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import TypeVar

import msgspec

from accordingto.classroom import wall
from accordingto.classroom.course import Course
from accordingto.classroom.gradebook import Book
from accordingto.classroom.marking import could_not, jobs_of, mark
from accordingto.classroom.marks import Mark, Marks, changed, keep, kept, path_of, why_no_path
from accordingto.classroom.page import write_page
from accordingto.classroom.printable import printable
from accordingto.classroom.submissions import Submission, read
from accordingto.content import content_root
from accordingto.exercises import Sheet
from accordingto.workers import add_workers, cluster

T = TypeVar("T")


@dataclass(frozen=True)
class Graded:
    """What came of one submission.

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
    """How a lesson is graded: by which sheet, and what is done with a student's code."""

    course: Course
    sheet: Sheet
    key: str
    walled: bool = True
    code: bool = True

    @classmethod
    def of(cls, course: Course, lesson: str, *, walled: bool = True, code: bool = True) -> Way:
        """Raises NoWall where a wall is wanted and cannot be; ValueError where it hides Python."""
        if code and walled and (why := wall.why_no_wall()):
            raise wall.NoWall(why)
        python = Path(sys.prefix).resolve()
        if code and walled and python.is_relative_to(course.root.resolve()):
            raise ValueError(
                f"Python itself lies in the course folder, in {python}, where students' code may "
                "read nothing; make its environment elsewhere"
            )
        sheet = course.sheet(lesson)
        return cls(course, sheet, key_of(sheet), walled, code)

    def digest(self, submission: Submission) -> str:
        """Of the submission's bytes and of what was done with its code."""
        return hashlib.sha256(f"{submission.digest} {self.walled} {self.code}".encode()).hexdigest()


def stands(course: Course, sheet: Sheet, submission: Submission, marks: Marks) -> bool:
    """Whether these marks are of the submission as it is now, however its code was run."""
    ways = (
        Way(course, sheet, "", walled, code) for walled, code in product((True, False), repeat=2)
    )
    return any(way.digest(submission) == marks.digest for way in ways)


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

    Without `code` no student's code is run, and code waits for a person. A kill at any moment
    loses nothing that was yielded, and the next run grades the rest. Raises NoWall where a wall
    is wanted and the system has none, and ValueError where sheet and gradebook differ.
    """
    way = Way.of(course, lesson, walled=walled, code=code)
    with Book(course, lesson) as book:
        book.hold_against(way.sheet)
        for graded in many(partial(_if_changed, way), course, lesson, jobs=jobs, dask=dask):
            if not graded.written:
                yield graded
                continue
            if graded.again or not book.has(graded.marks.student):
                book.write(graded.marks, graded.changed)
                keep(course.root, graded.marks)
            yield replace(graded, stale=tuple(book.stale(graded.marks.student)))


def many(
    work: Callable[[Path], T], course: Course, lesson: str, *, jobs: int, dask: str | None
) -> Iterator[T]:
    """`work` done on the folder of every submission, in order; all workers end with it.

    Raises ValueError for `jobs` that are no number of processes, of which -1 is one for each
    core, and where no cluster answers at `dask`.
    """
    from joblib import Parallel, delayed, parallel_config

    if not jobs:
        raise ValueError("expected 1 process or more, or -1 for one on each core, got 0")
    with ExitStack() as stack:
        stack.callback(wall.close)
        if dask:
            jobs = -1
            stack.enter_context(cluster(dask))
            stack.enter_context(parallel_config(backend="dask"))
        elif jobs != 1:
            stack.callback(_end_workers)
        parallel = Parallel(n_jobs=jobs, return_as="generator")
        yield from parallel(delayed(work)(folder) for folder in course.submitted(lesson))


def missing(course: Course, lesson: str) -> list[str]:
    """The students of the gradebook of whom there is no submission."""
    there = {folder.parent.name for folder in course.submitted(lesson)}
    with Book(course, lesson) as book:
        return sorted({student.id for student in book.students()} - there)


def mark_anew(way: Way, submission: Submission) -> Marks:
    """The marks of a submission as the key is now; nothing is written."""
    forbidden = (str(way.course.root), *(str(content_root() / name) for name in _KEYS))
    jobs = jobs_of(submission, way.sheet, forbidden, way.walled) if way.code else []
    try:
        found = mark(submission, way.sheet, jobs=jobs)
    except (OSError, wall.NoWall):  # of the system, and so of everybody
        raise
    except Exception as error:  # a fault of the kit's own costs one submission, not the class
        said = f"The grader itself failed at it ({type(error).__name__}: {error})."
        submission.sentences.append(said)
        found = could_not(way.sheet)
    return _of(way, submission, found)


def _of(way: Way, submission: Submission, found: tuple[Mark, ...]) -> Marks:
    return Marks(
        student=submission.student,
        lesson=way.sheet.lesson,
        digest=way.digest(submission),
        key=way.key,
        sentences=tuple(map(printable, submission.sentences)),
        marks=found,
    )


def _if_changed(way: Way, folder: Path) -> Graded:
    """What a worker does. Only marks go back: the page, which is large, is written here."""
    if why := why_no_path(folder.parent.name):
        submission = Submission(student=printable(folder.parent.name), sentences=[why])
        return Graded(_of(way, submission, could_not(way.sheet)), again=False, written=False)
    submission = read(folder, way.sheet.lesson)
    before = kept(path_of(way.course.root, way.sheet.lesson, submission.student))
    if before:
        earlier_key = before.key != way.key
        # However its code is run now: only `regrade` holds against a new key what has its marks.
        if before.digest == way.digest(submission) or (
            earlier_key and stands(way.course, way.sheet, submission, before)
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


def _end_workers() -> None:
    """The workers' own doorkeepers end when the workers do."""
    from joblib.externals.loky import get_reusable_executor

    get_reusable_executor(reuse=True).shutdown(wait=True)


VERDICTS = ("graded", "partly", "could not", "missing")
_KEYS = ("seeds", "lessons", "exercises", "notebooks")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course and lesson, and on how many processes."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    add_marking_options(parser)


def add_marking_options(parser: argparse.ArgumentParser) -> None:
    """On how many processes, on which cluster, and whether students' code has a wall."""
    add_workers(parser)
    parser.add_argument(
        "--without-wall", action="store_true", help="run students' code with nothing around it"
    )


def said_of_wall(arguments: argparse.Namespace) -> str:
    """The option as it was given, for a command that is to be run in the same way."""
    return " --without-wall" if arguments.without_wall else ""


def run(arguments: argparse.Namespace) -> int:
    """Grade with a progress bar, and a table at the end; exit code 1 when any was not graded."""
    from rich.console import Console
    from rich.progress import track
    from rich.table import Table
    from rich.text import Text

    course = Course(arguments.folder.absolute())
    lesson: str = arguments.lesson
    course.released(lesson)
    console = Console()
    why = wall.why_no_code()
    if why:
        console.print(f"No code was run: {why}.")
    elif not arguments.without_wall and (why := wall.why_no_wall()):
        console.print(f"No code was run: {why}. To run it all the same: --without-wall.")
    table = Table("student", "", "points", "why", title=lesson)
    results = grade(
        course,
        lesson,
        jobs=arguments.jobs,
        dask=arguments.dask,
        walled=not arguments.without_wall,
        code=not why,
    )
    verdicts: Counter[str] = Counter()
    earlier = 0
    total = len(course.submitted(lesson))
    for one in track(results, "grading", total=total, console=console):
        verdicts[one.marks.verdict] += 1
        earlier += one.earlier_key
        table.add_row(*map(Text, _row(one)))
    for student in missing(course, lesson):
        verdicts["missing"] += 1
        table.add_row(Text(student), "missing", "", "Nothing was handed in.")
    console.print(table)
    console.print(", ".join(f"{verdicts[word]} {word}" for word in VERDICTS) + ".")
    if not total:
        console.print(
            f"There is no submitted/STUDENT/{lesson}/ in {course.root}: `accordingto collect` puts "
            "there what was handed in."
        )
    if earlier:
        console.print(
            f"The key has changed since {earlier} of these were graded. What that would change: "
            f"accordingto regrade {arguments.folder} {lesson}{said_of_wall(arguments)} --preview"
        )
    return 0 if set(verdicts) == {"graded"} else 1


def _row(one: Graded) -> tuple[str, str, str, str]:
    marks, said = one.marks, list(one.marks.sentences)
    if one.stale:
        said.append(f"Changed after a person marked it, look again: {', '.join(one.stale)}.")
    if waiting := [mark.exercise for mark in marks.marks if mark.state == "person"]:
        said.append(f"A person marks {', '.join(waiting)}.")
    of = sum(mark.of for mark in marks.marks)
    points = "" if marks.verdict == "could not" else f"{marks.points:g} of {of:g}"
    return marks.student, marks.verdict, points, " ".join(said)
