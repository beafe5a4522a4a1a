"""The expert's reading of an exercise, or of a sentence in it, with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from accordingto.exercises import Material, Part, Question
from accordingto.templates import rendered
from accordingto.widgets.markdown import inline
from accordingto.widgets.static import answer_html
from accordingto.widgets.tallies.shading import NOTHING, Shading


def of_exercise(question: Question[Any], material: Material) -> Markup:
    """The key of an exercise as an answer, and what the sheet says of each part of it."""
    key = question.key(material)
    parts = question.score(key, material).parts
    return answer_html(question, None, material, key) + _drawn(None, parts)


def of_sentence(
    question: Question[Any], tally: Shading, sentence: str, material: Material
) -> Markup:
    """What the expert marks in a sentence, and why; the reasons are those of its paragraph."""
    key = question.key(material)
    reading = tally.reading(key, sentence)
    number = material.article.paragraph_of(tally.sentences[sentence])
    parts = question.score(key, material).parts if reading != NOTHING else ()
    [place] = [one for one in tally.places if one.id == sentence]
    return _drawn(tally.label(place, reading), [one for one in parts if number in one.look])


def _drawn(reading: Markup | None, parts: Iterable[Part]) -> Markup:
    reasons = [(inline(part.label), inline(part.text)) for part in parts]
    return rendered("classroom/room/expert.html", reading=reading, reasons=reasons)
