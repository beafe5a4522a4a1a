"""The platforms' numbers of people: whom each was taken for, in `copies/people.json` of a course.

A person may mend the file. What a number is of stands in its scope: the platform, for one that is
the person's own everywhere there, or the platform and a lesson.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from accordingto.exercises.disk import write_whole

RECORD = "copies/people.json"
STUDENT_ID = "Blackboard, Student ID"  # a scope: it is not the number that a download has
Record = dict[str, dict[str, str]]


def read_numbers(course: Path) -> Record:
    """Return the students by number, by scope. Raises ValueError where the file is no record."""
    path = course / RECORD
    if not path.is_file():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(
            f"{path}: expected numbers and students by platform, but {error}; mend it, or delete "
            "it to have names read anew"
        ) from None


def keep_numbers(course: Path, record: Record) -> None:
    """Write them, whole."""
    write_whole(course / RECORD, msgspec.json.format(msgspec.json.encode(record)))


def numbers_of(record: Mapping[str, Mapping[str, str]], scope: str) -> dict[str, str]:
    """Return the number of each student in a scope; of several, none, for one would be wrong."""
    found: dict[str, str] = {}
    twice = set()
    for number, student in record.get(scope, {}).items():
        if student in found:
            twice.add(student)
        found[student] = number
    return {student: number for student, number in found.items() if student not in twice}
