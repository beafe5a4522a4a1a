"""Classes for tests: exercises with one right option of four, and who chose which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from accordingto.classroom.room.first_tries import First, FirstTries
from accordingto.content import Content
from accordingto.exercises import Material, Question, Sheet
from accordingto.exercises.kinds.choose_one import ChooseOne, Option

OPTIONS = ("a", "b", "c", "d")
PAGE = "harbour-ferry"


def sheet_of(keys: Sequence[str]) -> Sheet:
    """A sheet with an exercise for each key: 1.1, 1.2 and so on."""
    questions: dict[str, Question[Any]] = {
        f"1.{number}": ChooseOne(
            id=f"1.{number}",
            kind="choose one",
            title=f"Exercise {number}",
            objective="aim",
            prompt="Which?",
            options=tuple(
                Option(value=value, text=value, why="So it is.", credit=float(value == key))
                for value in OPTIONS
            ),
        )
        for number, key in enumerate(keys, 1)
    }
    material = Material.of(PAGE, Content.kit())
    return Sheet("01-boats", PAGE, {"aim": "Count boats"}, questions, {PAGE: material})


def scores_of(sheet: Sheet, choices: Sequence[Mapping[str, str]]) -> FirstTries:
    """FirstTries of a class by what each student chose."""
    students = []
    for chosen in choices:
        tries = {}
        for exercise, value in chosen.items():
            question = sheet[exercise]
            answer = {"choice": value}
            credit = question.score(question.answer(answer), sheet.home).credit
            assert credit is not None
            tries[exercise] = First(credit, answer)
        students.append(tries)
    return FirstTries(sheet, tuple(students), older=0)
