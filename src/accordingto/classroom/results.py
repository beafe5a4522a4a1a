"""The results of grading one submission, kept in `marks/LESSON/STUDENT.json` of the course."""

from __future__ import annotations

import hashlib
import os
from itertools import product
from pathlib import Path
from typing import Literal

import msgspec

from accordingto.classroom.file_names import refused
from accordingto.exercises import Outcome
from accordingto.exercises.disk import write_whole

LONGEST = 200  # bytes of a student's name: a file's takes 255, and has something around it
WINDOWS = os.name == "nt"
State = Literal["marked", "empty", "person", "could not"]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise. `points` is None where a person marks, or where nothing could be read.

    `work` is a digest of what was marked: the answer, or all code for a function.
    """

    exercise: str
    state: State
    points: float | None
    of: float
    outcome: Outcome | None = None
    work: str = ""


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """One submission. `digest` is of its bytes and whether code was run, and behind a wall.

    `key` is of what it was held against: the sheet, its articles and their expert readings.
    """

    student: str
    lesson: str
    digest: str
    key: str
    sentences: tuple[str, ...]
    marks: tuple[Result, ...]

    @property
    def verdict(self) -> str:
        """Return `graded`, `partly` or `could not`."""
        lost = sum(mark.state == "could not" for mark in self.marks)
        return "graded" if not lost else "could not" if lost == len(self.marks) else "partly"

    @property
    def points(self) -> float:
        """Return the points given without a person."""
        return sum(mark.points or 0.0 for mark in self.marks)

    def are_of(self, work: str) -> bool:
        """Return whether these are of work with this digest, however its code was run."""
        ways = product((True, False), repeat=2)
        return any(self.digest == digest(work, walled=walled, code=code) for walled, code in ways)


def digest(work: str, *, walled: bool, code: bool) -> str:
    """Return the digest of a submission's own one and of what was done with its code."""
    return hashlib.sha256(f"{work} {walled} {code}".encode()).hexdigest()


def changed(before: Marks | None, after: Marks) -> frozenset[str]:
    """Return the exercises in which other work was marked than before."""
    seen = {mark.exercise: mark.work for mark in before.marks} if before else {}
    return frozenset(
        mark.exercise for mark in after.marks if seen.get(mark.exercise, mark.work) != mark.work
    )


def why_no_path(student: str) -> str:
    """Return why no file can be named for a student of this name; empty where one can."""
    try:
        if len(student.encode()) > LONGEST:
            wrong = f"is longer than {LONGEST} bytes"
        elif WINDOWS and refused(student):
            wrong = "is one that Windows refuses"
        else:
            return ""
    except UnicodeEncodeError:
        wrong = "is not UTF-8"
    return f"The folder's name in submitted/ {wrong}: rename it, and grade again."


def path_of(course: Path, lesson: str, student: str) -> Path:
    """Return the place of a student's marks."""
    return course / "marks" / lesson / f"{student}.json"


def kept(path: Path) -> Marks | None:
    """Return the marks in a file; None if they cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Marks)
    except (OSError, ValueError):
        return None


def keep(course: Path, marks: Marks) -> None:
    """Write them, whole."""
    path = path_of(course, marks.lesson, marks.student)
    write_whole(path, msgspec.json.format(msgspec.json.encode(marks), indent=1))
