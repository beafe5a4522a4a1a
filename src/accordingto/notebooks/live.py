"""One exercise on the screen: the widget, and its still face beside it, kept in step.

However often an exercise is asked in a kernel, there is one widget of it, so that every view shows
the same: in two cells, in two windows on one kernel, after the first cell was run again. It
follows the answer file, whoever has changed it; what another kernel writes is looked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Protocol
from uuid import uuid4
from weakref import WeakValueDictionary

import msgspec
from IPython.display import display, update_display

from accordingto.exercises import Answer, AnswerError, AnswerStore, Entry, Question, Sheet
from accordingto.exercises.answers import AT_WORK, unsaved
from accordingto.exercises.edits import Edit
from accordingto.exercises.flow import Turn
from accordingto.exercises.kinds.code import Code
from accordingto.notebooks import class_votes
from accordingto.notebooks.definitions import definitions
from accordingto.notebooks.links import link_to
from accordingto.notebooks.watching import watch
from accordingto.widgets.exercise import ExerciseWidget
from accordingto.widgets.state import shape, state
from accordingto.widgets.static import static_html


class Desk(Protocol):
    """Where answers are kept and done with: a lesson, as far as an exercise on the screen goes."""

    sheet: Sheet
    store: AnswerStore

    def edit(self, exercise: str, edit: Edit) -> None:
        """Keep what was done in a view."""

    def turn(
        self, question: Question[Any], entry: Entry | None, given: Answer | None = None
    ) -> Turn:
        """Where an exercise stands."""


def _place(answers: AnswerStore, question: Question[Any]) -> str:
    """A name in the browser for an answer of this file: two kits on one server have two files."""
    digest = hashlib.sha256(str(answers.resolved).encode()).hexdigest()
    return f"{answers.path.stem}/{question.id}/{digest[:16]}"


class LiveExercise:
    """Connects a widget with the lesson's answer file, both ways; `entry` is what it shows."""

    _all: WeakValueDictionary[tuple[str, str, bytes], LiveExercise] = WeakValueDictionary()

    @classmethod
    def of(cls, lesson: Desk, question: Question[Any]) -> LiveExercise:
        """The one of this kernel, as the answers are now; a new one for a changed question.

        It reads the answer file, and `show` does not read it again: on a slow disk, and in a
        browser, each reading is a wait.
        """
        asked = msgspec.json.encode((lesson.sheet.mode, question))
        name = (_place(lesson.store, question), question.id, asked)
        with AT_WORK:
            live = cls._all.get(name)
            if live is None or live.widget.comm is None:  # `Widget.close_all` may have closed it
                live = cls._all[name] = cls(lesson, question)
            else:
                live._lesson = lesson
                live.follow(lesson.store.entries())
        return live

    def __init__(self, lesson: Desk, question: Question[Any]) -> None:
        self._lesson, self._question = lesson, question
        self._material = lesson.sheet.material(question)
        self._still = uuid4().hex
        self._is_shown = False
        self._old: str | None = None  # why the result is of another function than is written
        self._given: tuple[dict[str, Any], Answer] | None = None
        self.entry = entry = lesson.store.entry(question.id)
        here = self._turn(entry)
        drawn = {
            **shape(question, self._material, _place(lesson.store, question)),
            "address": link_to(lesson.sheet.lesson, question.id),
        }
        self.widget = ExerciseWidget(
            shape=drawn,
            text=self._material.article.text,
            answer=self._in_hand(entry),
            version=entry.version if entry else "",
            state=state(question, here, entry, self._material, self._votes(here)),
            on_message=self._told,
        )
        lesson.store.join(self)
        if question.vote:
            class_votes.join(self)
        if self.functions and (known := definitions()):
            known.join(self)

    @property
    def functions(self) -> tuple[str, ...]:
        """The function that the exercise checks, if it checks one."""
        return (self._question.function,) if isinstance(self._question, Code) else ()

    def say_old(self, function: str, sentence: str) -> None:
        """Say that the result on the screen is old, where there is one."""
        with AT_WORK:
            if self.entry and self.entry.attempts:
                self._old = sentence
                self._draw(self.entry)

    def show(self) -> None:
        """Display both faces; the style sheet hides the still one while the widget lives."""
        with AT_WORK:
            if (old := self._stopped()) != self._old:
                self._old = old
                self._draw(self.entry)
            display(self.widget)
            still = self._still_face(self._turn(self.entry))
            display(still, raw=True, display_id=self._still)
            self._is_shown = True
        watch(self._lesson.store)

    def follow(self, entries: Mapping[str, Entry]) -> None:
        """Show the kept state."""
        with AT_WORK:
            entry = entries.get(self._question.id)
            if entry != self.entry or self.widget.state.get("alert"):
                with self.widget.hold_sync():
                    self._draw(entry)

    def draw_votes(self) -> None:
        """Show the class's votes as they are now."""
        with AT_WORK, self.widget.hold_sync():
            self._draw(self.entry)

    def _told(self, content: dict[str, Any]) -> bool:
        """Keep what was done. What is refused is said where the student looks."""
        try:
            edit = msgspec.convert(content, Edit)
            self._given = edit.answer, self._question.answer(edit.answer)
            self._lesson.edit(self._question.id, edit)
        except OSError as error:
            self._alert(unsaved(self._lesson.store.path, error))
        except (AnswerError, msgspec.ValidationError) as error:
            self._alert(f"This cannot be kept: {error}.")
        else:
            return True
        finally:
            self._given = None
        return False

    def _stopped(self) -> str | None:
        """Why what was just checked is a function from before, if it is."""
        known = definitions() if self.functions else None
        return known.old(self.functions[0]) if known else None

    def _alert(self, sentence: str) -> None:
        self.widget.state = {**self.widget.state, "alert": sentence}

    def _draw(self, entry: Entry | None) -> None:
        """Both faces from one reading of the answer file and one scoring: it runs at every key."""
        here = self._turn(entry)
        self.entry = entry
        self.widget.answer = self._in_hand(entry)
        self.widget.version = entry.version if entry else ""
        self.widget.state = {
            **state(self._question, here, entry, self._material, self._votes(here)),
            "alert": self._lesson.store.notice or self._old,
        }
        if self._is_shown:
            update_display(self._still_face(here), raw=True, display_id=self._still)

    def _votes(self, here: Turn) -> str:
        """What the class voted, once one has voted oneself, where there is a class."""
        votes = class_votes.known() if here.vote is not None else None
        return votes.drawn(self._lesson.sheet, self._question) if votes else ""

    def _turn(self, entry: Entry | None) -> Turn:
        """Where it stands; an answer that has just been given is known in its own type already."""
        known = self._given and entry and entry.answer is self._given[0]
        return self._lesson.turn(
            self._question, entry, self._given[1] if self._given and known else None
        )

    def _in_hand(self, entry: Entry | None) -> dict[str, Any]:
        empty: dict[str, Any] = msgspec.to_builtins(self._question.begin())
        return entry.answer if entry else empty

    def _still_face(self, here: Turn) -> dict[str, str]:
        html = static_html(
            self._question, self.entry, here.outcome, self._material, given=here.answer
        )
        return {"text/html": html, "text/plain": f"Exercise {self._question.id}"}
