"""A class of 120 with names in four scripts, and how platforms write their names.

Restated from the sources that `senders.py` names: Canvas, lib/content_zipper.rb (05e9653, 2025);
Moodle 5, mod/assign/classes/downloader.php (b1b5f26, 2025). Nothing of the kit's own reading is
used for it.
"""

from __future__ import annotations

import re

from accordingto.classroom.book.scores import Student

FIRST = ("Ann", "Zoë", "Jean-Luc", "Łukasz", "Иван", "Ольга", "Γιώργος", "雷", "静", "D’Arcy")
LAST = (
    *("Lund", "O'Hara", "Ek_Berg", "Müller", "Петров", "Παππάς", "李", "王", "van der Berg"),
    *("Şahin", "de la Cruz", "Ng"),
)


def people() -> list[Student]:
    """120 students: every name of both lists, so that no two are called alike."""
    names = [(first, last) for first in FIRST for last in LAST]
    return [
        Student(f"s{number:03}", first, last, lms_user_id=str(1000 + number))
        for number, (first, last) in enumerate(names)
    ]


def canvas_name(student: Student) -> str:
    """The sortable name in small letters, without any sign that is no letter, digit or `_`."""
    return re.sub(r"[^\w]", "", f"{student.last_name}{student.first_name}".lower())


def canvas_file(own: str) -> str:
    return re.sub(r'[\0/\\:*?"<>|]', "_", own)


def moodle_name(student: Student) -> str:
    whole = f"{student.first_name} {student.last_name}".replace("_", " ")
    return re.sub(r"['&<>\":|\\/`]", "", whole)
