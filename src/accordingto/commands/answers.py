"""The answers of a class for a command: counted as they are read, and what is wrong is said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from accordingto.classroom.room.respondents import Fault, Respondent, Respondents
from accordingto.commands.counting import counted
from accordingto.content import Content


def answers_in(folder: Path, lesson: str, content: Content) -> Iterator[Respondent]:
    """The readers of a lesson; each file that does not count is named on standard error."""
    found = Respondents(folder, lesson, content)
    faults = []
    for one in counted(found, f"reading {lesson}", len(found)):
        if isinstance(one, Fault):
            faults.append(one)
        else:
            yield one
    for fault in faults:
        print(f"{fault.file} does not count: {fault.sentence}", file=sys.stderr)
