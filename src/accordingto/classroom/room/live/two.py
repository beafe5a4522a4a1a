"""Two answers side by side, for discussion: chosen by the teacher, without names, taken away again.

This is the one exception to the rule that of fewer than five answers nothing is projected.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from accordingto.classroom.room.class_reading import given
from accordingto.classroom.room.respondents import Respondent
from accordingto.exercises import AnswerError, Sheet
from accordingto.templates import rendered
from accordingto.widgets.static import answer_html

SIDES = ("One reader", "Another reader")


class NotTwo(ValueError):
    """What was chosen cannot be shown side by side; the sentence says why."""


@dataclass(frozen=True)
class Choice:
    """An answer as `readers` gave it; `key` tells it from others, and nobody's name."""

    key: str
    html: Markup
    readers: int


@dataclass(frozen=True)
class Two:
    """Two answers to an exercise, as they were when they were chosen."""

    exercise: str
    title: str
    chosen: tuple[Choice, Choice]

    @property
    def key(self) -> str:
        """What changes with what is shown."""
        return " ".join((self.exercise, *(one.key for one in self.chosen)))

    def html(self) -> Markup:
        """Both, for the page that is projected."""
        return rendered(
            "classroom/room/live/two.html",
            exercise=self.exercise,
            title=self.title,
            sides=[(name, one.html) for name, one in zip(SIDES, self.chosen, strict=True)],
        )


def choices(sheet: Sheet, exercise: str, readers: Iterable[Respondent]) -> list[Choice]:
    """The different answers to an exercise, in an order that tells nothing of who gave them."""
    question = sheet[exercise]
    material = sheet.material(question)
    found: dict[str, Choice] = {}
    for reader in readers:
        entry = reader.entries.get(exercise)
        try:
            if entry is None or given(question, entry)[0] is None:
                continue
        except AnswerError:
            continue
        html = answer_html(question, entry, material)
        key = hashlib.sha256(html.encode()).hexdigest()[:12]
        before = found[key].readers if key in found else 0
        found[key] = Choice(key, html, before + 1)
    return [found[key] for key in sorted(found)]


def two_of(sheet: Sheet, exercise: str, keys: list[str], readers: Iterable[Respondent]) -> Two:
    """The two that were chosen by their keys. Raises NotTwo where they are not two answers."""
    known = {one.key: one for one in choices(sheet, exercise, readers)}
    match [known[key] for key in dict.fromkeys(keys) if key in known]:
        case [one, another] if len(keys) == 2:
            return Two(exercise, sheet[exercise].title, (one, another))
    raise NotTwo("Choose two answers, no more and no fewer. Nothing has changed on the wall.")
