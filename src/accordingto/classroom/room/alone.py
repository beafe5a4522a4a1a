"""Without a class: one's own answer, beside a second reader's where the page was read twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from accordingto.classroom.room.class_reading import Counted
from accordingto.exercises import AnswerStore, Material, Question, Sheet
from accordingto.exercises.kinds.link_attribution import LinkAttribution
from accordingto.exercises.kinds.mark_spans import MarkSpans, Reason
from accordingto.notebooks.place import place_of
from accordingto.readings import second_reading
from accordingto.widgets.class_views import tally_of


def alone(sheet: Sheet, question: Question[Any]) -> Counted:
    """Count what there is to see without a class: nobody in it has to be hidden."""
    tally = tally_of(question, sheet.material(question))
    tally.fewest = 1
    counted = Counted(question, tally)
    store = AnswerStore(place_of(sheet.lesson).answers / f"{sheet.lesson}.json")
    if entry := store.entry(question.id):
        counted.add(entry)
    if (second := second_answer(question, sheet.material(question))) is not None:
        tally.add(second)
    return counted


def second_answer(question: Question[Any], material: Material) -> Any | None:
    """The answer of the second reader of a page, to marks alone; None where there is none.

    It is made of a reading that was written before the expert's was seen.
    """
    if not isinstance(question, MarkSpans | LinkAttribution):
        return None
    try:
        reading = second_reading(material.article.id, material.content)
    except LookupError:
        return None
    theirs = replace(material, reading=reading)
    every = {name: Reason(why="Theirs.") for name in theirs.records}
    return msgspec.structs.replace(question, reasons=every).key(theirs)
