"""Questions whose answer is kept back until the same was asked again, at the end of the kit.

Who is told the key of a question that is to show what one sees before the first lesson has been
taught by it. So the sheet says `till: LESSON/EXERCISE`, and nothing is told before that exercise,
its twin, has been checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.exercises.answers import read_entries
from accordingto.exercises.material import Material
from accordingto.exercises.question import AnswerError, Question
from accordingto.exercises.remarks import first_check
from accordingto.exercises.sheet import Sheet


@dataclass(frozen=True)
class BeforeAfter:
    """What was first answered to a question and to its twin; `material` is of the first."""

    question: Question[Any]
    material: Material
    twin: Question[Any]
    before: str
    after: str


def is_kept_back(question: Question[Any], folder: Path) -> bool:
    """Whether nothing is told of a question yet. `folder` holds the answers of all lessons."""
    if question.till is None:
        return False
    lesson, _, twin = question.till.partition("/")
    return first_check(read_entries(folder / f"{lesson}.json").get(twin)) is None


def before_and_after(sheet: Sheet, folder: Path) -> list[BeforeAfter]:
    """The pairs of which the second stands in this sheet, and both were checked.

    One that was answered before its question was changed is left out.
    """
    here = read_entries(folder / f"{sheet.lesson}.json")
    found = []
    for earlier, question, twin in _pairs(sheet):
        first = first_check(read_entries(folder / f"{earlier.lesson}.json").get(question.id))
        second = first_check(here.get(twin.id))
        if first is None or second is None:
            continue
        material = earlier.material(question)
        with suppress(AnswerError):
            before = question.score(question.answer(first), material).headline
            after = twin.score(twin.answer(second), sheet.material(twin)).headline
            found.append(BeforeAfter(question, material, twin, before, after))
    return found


def _pairs(sheet: Sheet) -> Iterator[tuple[Sheet, Question[Any], Question[Any]]]:
    for name in sheet.content.lessons(before=sheet.lesson):
        if f"{sheet.lesson}/" not in sheet.content.sheet(name).read_text(encoding="utf-8"):
            continue  # to read a sheet with its lines takes a while
        earlier = Sheet.of(name, sheet.content)
        for question in earlier:
            lesson, _, twin = (question.till or "").partition("/")
            if lesson == sheet.lesson and twin in sheet.questions:
                yield earlier, question, sheet[twin]
