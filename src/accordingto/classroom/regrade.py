"""`accordingto regrade DIR LESSON`: what a corrected key changes, shown before it is written."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from accordingto.classroom import wall
from accordingto.classroom.course import Course
from accordingto.classroom.grade import (
    Way,
    add_marking_options,
    many,
    mark_anew,
    said_of_wall,
    stands,
)
from accordingto.classroom.gradebook import Book
from accordingto.classroom.marks import Marks, keep, kept, path_of
from accordingto.classroom.page import write_page
from accordingto.classroom.submissions import read
from accordingto.exercises.answers import now
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.question import grade_id

if TYPE_CHECKING:
    from rich.console import Console

LOG = "regrades.jsonl"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """The points of one exercise before and after; None where a person marks."""

    student: str
    exercise: str
    before: float | None
    after: float | None

    @property
    def lowered(self) -> bool:
        """Whether somebody loses by it."""
        return (self.after or 0.0) < (self.before or 0.0)


class Entry(Change, frozen=True, kw_only=True):
    """A line of the log: who changed this, when, and why."""

    at: str
    who: str
    why: str
    lesson: str


@dataclass(frozen=True)
class Regraded:
    """One submission as the key is now, and what is other than before."""

    marks: Marks
    changes: tuple[Change, ...]


def regraded(
    course: Course,
    lesson: str,
    *,
    jobs: int = 1,
    dask: str | None = None,
    walled: bool = True,
    code: bool = True,
) -> Iterator[Regraded]:
    """Score anew what was graded with an earlier key, and write nothing.

    Work that is new, or changed since, is for `accordingto grade`. Raises NoWall where a wall is
    wanted and the system has none, and ValueError where sheet and gradebook differ, and where a
    function has points and would not be run this time.
    """
    way = Way.of(course, lesson, walled=walled, code=code)
    with Book(course, lesson) as book:
        book.hold_against(way.sheet)
    found = many(partial(_anew, way), course, lesson, jobs=jobs, dask=dask)
    yield from (one for one in found if one is not None)


def write(way: Way, all_: Iterable[Regraded], *, why: str, who: str) -> None:
    """Put them into the gradebook, each with its lines in the log first.

    So a kill in the middle can leave a line twice, but no change without one.
    """
    with Book(way.course, way.sheet.lesson) as book:
        for one in all_:
            _log(way, one.changes, why=why, who=who)
            folder = way.course.root / "submitted" / one.marks.student / way.sheet.lesson
            write_page(way.course, way.sheet, one.marks, read(folder, way.sheet.lesson))
            book.write(one.marks)
            keep(way.course.root, one.marks)


def _anew(way: Way, folder: Path) -> Regraded | None:
    submission = read(folder, way.sheet.lesson)
    before = kept(path_of(way.course.root, way.sheet.lesson, submission.student))
    if not before or before.key == way.key:
        return None
    if not stands(way.course, way.sheet, submission, before):
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
            raise ValueError(
                f"{change.student} has points for the function of {change.exercise}, and here no "
                "code is run; regrade as it was graded, without a wall by --without-wall"
            )
    return Regraded(marks, changes)


def _log(way: Way, changes: Iterable[Change], *, why: str, who: str) -> None:
    lines = [
        msgspec.json.encode(
            Entry(
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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course and lesson, whether only to look, and why."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    parser.add_argument("--preview", action="store_true", help="only show what would change")
    parser.add_argument("--why", default="", help="the reason, which the log keeps")
    parser.add_argument("--yes", action="store_true", help="write lowered marks without asking")
    add_marking_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show what changes, ask where somebody loses, and write; exit code 1 when it was not."""
    from rich.console import Console
    from rich.progress import track

    if not arguments.preview and not arguments.why:
        raise ValueError("say why, for the log: --why 'the key of 4.4 was wrong'; or --preview")
    course = Course(arguments.folder.absolute())
    lesson: str = arguments.lesson
    course.released(lesson)
    console = Console()
    walled = not arguments.without_wall
    code = not (wall.why_no_code() or (walled and wall.why_no_wall()))
    scored = regraded(
        course, lesson, jobs=arguments.jobs, dask=arguments.dask, walled=walled, code=code
    )
    total = len(course.submitted(lesson))
    found = list(track(scored, "scoring anew", total=total, console=console, transient=True))
    changes = [change for one in found for change in one.changes]
    _show(course, lesson, changes, console)
    if arguments.preview or not found:
        if changes:
            again = f"accordingto regrade {course.root} {lesson}{said_of_wall(arguments)}"
            console.print(f"To write them: {again} --why REASON")
        return 0
    lowered = sum(change.lowered for change in changes)
    if lowered and not arguments.yes and not _agreed(lowered):
        console.print("Nothing was written.")
        return 1
    way = Way.of(course, lesson, walled=walled, code=code)
    write(way, found, why=arguments.why, who=_who())
    console.print(f"Written, and kept in {course.root / LOG}.")
    return 0


def _show(course: Course, lesson: str, changes: list[Change], console: Console) -> None:
    from rich.table import Table
    from rich.text import Text

    if not changes:
        console.print("Nobody's marks change.")
        return
    table = Table("student", "exercise", "before", "after", "", title=lesson)
    with Book(course, lesson) as book:
        for change in changes:
            by_hand = grade_id(change.exercise) in book.marked_by_hand(change.student)
            stands = "a person's mark stands" if by_hand else ""
            down = "lower" if change.lowered else ""
            points = (_points(change.before), _points(change.after))
            table.add_row(*map(Text, (change.student, change.exercise, *points, stands or down)))
    console.print(table)


def _who() -> str:
    """The name of whoever runs this; the number where the system has no name, as in containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # which of them, depends on the version of Python
        return str(os.getuid())


def _points(points: float | None) -> str:
    return "a person marks" if points is None else f"{points:g}"


def _agreed(lowered: int) -> bool:
    if not sys.stdin.isatty():
        print(f"{lowered} marks would go down: look at them, then say --yes.", file=sys.stderr)
        return False
    return input(f"{lowered} marks go down. Write them all the same? [y/N] ").strip() in ("y", "Y")
