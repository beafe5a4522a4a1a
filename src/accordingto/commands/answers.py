"""The answers of a class for a command: counted as they are read, and what is wrong is said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from accordingto.classroom.room.respondents import Fault, Found, Respondent, Respondents
from accordingto.commands.counting import counted
from accordingto.content import Content


def found_in(folder: Path, lesson: str, content: Content) -> Iterator[Found]:
    """The readers of a lesson and the files that do not count, counted as they are read."""
    found = Respondents(folder, lesson, content)
    return counted(found, f"reading {lesson}", len(found))


def answers_in(folder: Path, lesson: str, content: Content) -> Iterator[Respondent]:
    """The readers of a lesson; each file that does not count is named on standard error."""
    faults = []
    for one in found_in(folder, lesson, content):
        if isinstance(one, Fault):
            faults.append(one)
        else:
            yield one
    for fault in faults:
        print(said_of(fault), file=sys.stderr)


def said_of(fault: Fault) -> str:
    """The sentence for a teacher's terminal; on a page no file is ever named."""
    return f"{fault.file} does not count: {fault.sentence}"
