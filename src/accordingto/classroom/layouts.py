"""Who handed a file in, as learning platforms write it into the file's name.

Canvas: `doejane_LATE_1234_56789_work.zip`, flat; 1234 is the person, 56789 the submission.
Moodle: `Jane Doe_1234_assignsubmission_file_/work.zip`, with a folder or flat; 1234 changes from
assignment to assignment.
Blackboard: `Assignment_jdoe_attempt_2026-05-04-13-30-59_work.zip`, flat; without a last part,
`….txt`, it is the platform's own note. A username may hold `_`, and so may the assignment: where
one ends and the other begins, only a list of students can say.
By hand: `jdoe_LESSON.zip`, as `accordingto hand-in --name jdoe` writes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LAYOUTS = (
    re.compile(r"(?P<name>[^_/]+)_(?P<number>\d+)_assignsubmission_\w+?_?/(?P<file>.+)"),
    re.compile(r"(?P<name>[^_/]+)_(?P<number>\d+)_assignsubmission_[a-z]+_(?P<file>[^/]+)"),
    re.compile(
        r"(?P<name>[^_/]+)_(?:(?P<late>LATE)_)?(?P<person>\d+)_(?P<submission>\d+)_(?P<file>[^/]+)"
    ),
    re.compile(
        r"(?P<number>[^/]+_(?P<name>[^_/]+))_attempt_(?P<at>\d{4}(?:-\d\d){5})(?:_(?P<file>[^/]+)|\.txt)"
    ),
)


@dataclass(frozen=True)
class Sender:
    """One person's one handing in.

    `person` is the platform's lasting number of the person. `number` only tells two people of one
    name apart; for Blackboard it is all that stands before the time. `at` is the time where it is
    said, `copy` the place in the order in which copies came.
    """

    name: str
    person: str = ""
    number: str = ""
    at: str = ""
    late: bool = False
    copy: int = 0


def sender(name: str, lesson: str) -> tuple[Sender, str] | None:
    """Who handed in the file of this name, and what it was called; None where it is not said.

    `name` has `/` between folders; a download that was unpacked into a folder has one more of
    them in front.
    """
    parts = name.split("/")
    for start in range(len(parts)):
        if found := _read("/".join(parts[start:]), lesson):
            return found
    return None


def by_hand(file: str, lesson: str) -> str:
    """The name in `NAME_LESSON.zip`, also where a browser or a person added ` (1)` or `-1`."""
    found = re.fullmatch(rf"(.+)_{re.escape(lesson)}(?:[ -]*\(?\d+\)?)?\.zip", file, re.I)
    return found[1] if found else ""


def _read(name: str, lesson: str) -> tuple[Sender, str] | None:
    for layout in _LAYOUTS:
        if found := layout.fullmatch(name):
            said = found.groupdict()
            who = Sender(
                name=said["name"].strip(),
                person=said.get("person") or "",
                number=said.get("person") or said.get("number") or "",
                at=said.get("at") or "",
                late=bool(said.get("late")),
            )
            return who, said["file"] or ""
    named = by_hand(name, lesson) if "/" not in name else ""
    return (Sender(name=named), name) if named else None
