"""The texts of a lesson that a person marks, out of all that was handed in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from accordingto.classroom.course import Course
from accordingto.classroom.submissions import read, text_of
from accordingto.exercises import Sheet
from accordingto.exercises.kinds.free_text import FreeText

LONGEST = 16_000  # code points, of which a spreadsheet's cell takes 16,383 at the least


@dataclass(frozen=True)
class WrittenText:
    """A student's text, or its beginning where it is very long.

    `code` names it to somebody who is not to know whose it is.
    """

    code: str
    exercise: str
    student: str
    text: str
    of: float


def asked(sheet: Sheet) -> list[FreeText]:
    """The exercises that ask for a text and give points."""
    return [one for one in sheet if isinstance(one, FreeText) and one.points]


def texts(course: Course, sheet: Sheet) -> list[WrittenText]:
    """Every text that a person marks, by exercise and code.

    The code is a digest of whose text it is and what it says, so that it stays the same while the
    text does, and the order of codes says nothing of the order of names.
    """
    questions = asked(sheet)
    found = []
    for folder in course.submitted(sheet.lesson):
        submission = read(folder, sheet.lesson)
        for question in questions:
            entry = (submission.entries or {}).get(question.id)
            if entry and (text := text_of(entry)):
                named = f"{course.id}\0{question.id}\0{submission.student}\0{text}"
                digest = hashlib.sha256(named.encode(errors="replace")).hexdigest()
                code = f"t{digest[:8]}"  # by the letter no spreadsheet takes it for a number
                begun = text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
                found.append(
                    WrittenText(code, question.id, submission.student, begun, question.points)
                )
    order = {question.id: place for place, question in enumerate(questions)}
    return sorted(found, key=lambda text: (order[text.exercise], text.code))
