"""Two questions from before, at the start of a lesson.

What is called back to mind after a while is kept longer than what is read again (Roediger and
Karpicke 2006), and most is gained where it went wrong the first time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from accordingto.exercises.answers import read_entries
from accordingto.exercises.material import Material
from accordingto.exercises.progress import Progress
from accordingto.exercises.question import Question
from accordingto.exercises.sheet import Sheet

COUNT = 2
Earlier = tuple[Question[Any], Material]
QUICK = ("choose one", "number", "select all")  # kinds that are answered in a minute


def earlier_questions(sheet: Sheet, folder: Path) -> Sheet:
    """A sheet of two older questions, whose answers are kept apart from those first given.

    Those that were begun here come first, then those that went wrong in the lessons before, the
    worst and the latest first, then the two that the sheet names. `folder` holds the answers.
    Raises LookupError where the sheet names a question that is not there.
    """
    name = f"before-{sheet.lesson}"
    begun = read_entries(folder / f"{name}.json")
    wrong = [one for _, _, one in sorted(_went_wrong(sheet, folder), key=lambda found: found[:2])]
    named = [_named(sheet, pointer) for pointer in sheet.before]
    ranked = {question.id: (question, material) for question, material in [*wrong, *named]}
    chosen = sorted(ranked.values(), key=lambda one: one[0].id not in begun)[:COUNT]
    return replace(
        sheet,
        lesson=name,
        questions={question.id: question for question, _ in chosen},
        materials={material.article.id: material for _, material in chosen},
        before=(),
    )


def _went_wrong(sheet: Sheet, folder: Path) -> Iterator[tuple[float, int, Earlier]]:
    for age, lesson in enumerate(reversed(sheet.content.lessons(before=sheet.lesson))):
        if answers := read_entries(folder / f"{lesson}.json"):
            earlier = Sheet.of(lesson, sheet.content)
            for question, credit in Progress.of(earlier, answers).again:
                if question.kind in QUICK:
                    yield credit, age, _at_home(question, earlier)


def _named(sheet: Sheet, pointer: str) -> Earlier:
    lesson, _, exercise = pointer.partition("/")
    if lesson not in sheet.content.lessons(before=sheet.lesson):
        raise LookupError(f"{sheet.lesson}, before: there is no earlier lesson {lesson!r}")
    earlier = Sheet.of(lesson, sheet.content)
    return _at_home(earlier[exercise], earlier)


def _at_home(question: Question[Any], sheet: Sheet) -> Earlier:
    """The question, which names its article, for the sheet that it is put into may have another.

    It is asked plainly: no guess, no vote.
    """
    material = sheet.material(question)
    article = material.article.id
    plain = msgspec.structs.replace(question, article=article, reveal=None, vote=False)
    return plain, material
