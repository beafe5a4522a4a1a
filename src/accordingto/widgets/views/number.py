"""A field for a number; a guess is drawn beside what turned out."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.number import Number, NumberAnswer
from accordingto.exercises.material import Material
from accordingto.templates import rendered
from accordingto.widgets.views import Control, Said


def parts(question: Number, material: Material) -> list[Control]:
    """One number field with its unit."""
    return [{"part": "number", "field": "value", "label": "Your number", "unit": question.unit}]


def said(question: Number, answer: NumberAnswer, material: Material) -> Said:
    """The number with its unit."""
    return [] if answer.value is None else [("Number", _counted(answer.value, question))]


def guess(question: Number, predicted: NumberAnswer) -> Markup | None:
    """A guess against the truth, in words and as two bars; None where nothing was guessed.

    Two numbers are one length apart: from 0 to the larger of them.
    """
    if predicted.value is None:
        return None
    given, true = predicted.value, question.value
    longest = max(abs(given), abs(true)) or 1
    bars = [
        (label, round(100 * abs(value) / longest), _counted(value, question))
        for label, value in (("Your guess", given), ("It is", true))
    ]
    return rendered("widgets/guess.html", words=_apart(given, true, question), bars=bars)


def _apart(given: float, true: float, question: Number) -> str:
    apart = abs(given - true)
    if apart <= question.tolerance:
        return "You guessed it."
    things = "" if question.unit.startswith("of ") else question.unit  # not "40 of 100 too many"
    counted = f"{apart:g} {things}".strip()
    return f"You guessed {counted} too {'few' if given < true else 'many'}."


def _counted(value: float, question: Number) -> str:
    return f"{value:g} {question.unit}".strip()
