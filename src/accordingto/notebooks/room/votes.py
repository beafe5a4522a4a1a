"""What the class of a room voted, as a student's notebook shows it: drawn here, out of plain data.

Of what a room sends nothing is obeyed: each answer is read as any answer is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from markupsafe import Markup

from accordingto.exercises import AnswerError, Question, Sheet
from accordingto.notebooks import class_votes
from accordingto.widgets.class_views import tally_of
from accordingto.widgets.tallies.tally import FEWEST

Told = dict[str, dict[str, list[dict[str, Any]]]]


class RoomVotes:
    """The votes of a room on one lesson, as they were told last."""

    def __init__(self, lesson: str) -> None:
        self._lesson = lesson
        self._told: Told = {}

    def hear(self, said: Mapping[str, Any]) -> None:
        """Take what the room says, and have it drawn where it is new."""
        try:
            told = msgspec.convert(said.get("votes"), Told)
        except msgspec.ValidationError:
            return
        if told != self._told:
            self._told = told
            class_votes.draw_again()

    def answers(self, sheet: Sheet, question: Question[Any]) -> list[dict[str, Any]]:
        """The answers as they are now; none of fewer than five."""
        found = [msgspec.to_builtins(one) for one in self._read(sheet, question, "now")]
        return found if len(found) >= FEWEST else []

    def drawn(self, sheet: Sheet, question: Question[Any]) -> Markup:
        """The first votes and the answers now; nothing of fewer than five."""
        tally = tally_of(question, sheet.material(question))
        for answer in self._read(sheet, question, "now"):
            tally.add(answer)
        for first in self._read(sheet, question, "first"):
            tally.add(None, first)
        if not tally.columns():
            return Markup()
        return Markup('<div class="class-view">{}</div>').format(tally.figure())

    def _read(self, sheet: Sheet, question: Question[Any], name: str) -> list[Any]:
        told = self._told.get(question.id, {}).get(name, [])
        try:
            return [question.answer(one) for one in told] if sheet.lesson == self._lesson else []
        except AnswerError:
            return []
