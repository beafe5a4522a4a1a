"""Tables of marks as three platforms let a teacher download them, for the tests of filling in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from accordingto.classroom.book.scores import Student

CANVAS, BLACKBOARD = "Week 4 (778)", "Week 4 [Total Pts: 20 Score] |9001"


def canvas(students: Iterable[Student], standing: Mapping[str, str], of: str = "20.00") -> bytes:
    """The gradebook's export; `standing` is what has been given already, by student."""
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Quiz (12)", CANVAS, "Notes"]
    rows = [
        ["", "", "", "", "", "", "Manual Posting", ""],
        ["    Points Possible", "", "", "", "", "5.00", of, "(read only)"],
        *(
            [
                f"{one.last_name}, {one.first_name}",
                one.lms_user_id,
                f"sis-{one.id}",
                one.id,
                "Section, one",
                "4.50",
                standing.get(one.id, ""),
                "=not ours to change",
            ]
            for one in students
        ),
        ["Student, Test", "1", "", "8f1", "Section, one", "", "", ""],
    ]
    return written([head, *rows]).encode("utf-8-sig")


def blackboard(
    students: Iterable[Student],
    standing: Mapping[str, str],
    *,
    ids: bool = False,
    column: str = BLACKBOARD,
) -> bytes:
    """*Download grades*, as Excel is meant to open it; all have one Student ID, or `ids`."""
    head = ["Last Name", "First Name", "Username", "Student ID", "Availability"]
    rows = [
        [
            *(one.last_name, one.first_name, one.id, f"ID-{one.id}" if ids else "2021-003"),
            *("Yes", "7,5", standing.get(one.id, "")),
        ]
        for one in students
    ]
    text = written([[*head, "Quiz [Total Pts: 10 Score] |12", column], *rows], tabs=True)
    return text.encode("utf-16")


def moodle(
    students: Iterable[Student],
    standing: Mapping[str, str],
    numbers: Mapping[str, int],
    closed: str = "",
    of: str = "20.00",
) -> bytes:
    """The grading worksheet of a blind assignment, so that only numbers tell whose a row is."""
    head = ["Identifier", "Status", "Grade", "Maximum Grade", "Grade can be changed"]
    head += ["Last modified (submission)", "Last modified (grade)", "Feedback comments"]
    at = "Tuesday, 5 May 2026, 1:30 PM"
    rows = [
        [
            f"Participant {numbers[one.id]}",
            "Submitted for grading",
            standing.get(one.id, ""),
            of,
            "No" if one.id == closed else "Yes",
            at,
            "-",
            "<p>Good, but\nshort</p>",
        ]
        for one in students
    ]
    return written([head, *rows]).encode()


def written(rows: Iterable[list[str]], *, tabs: bool = False) -> str:
    file = io.StringIO()
    if tabs:
        csv.writer(file, delimiter="\t", quoting=csv.QUOTE_ALL).writerows(rows)
    else:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()
