"""One exercise on the screen: the widget, and its still face beside it, kept in step."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import msgspec
from IPython.display import display

from accordingto.exercises import AnswerError, AnswerStore, Entry, Question, Sheet
from accordingto.exercises.answers import unsaved
from accordingto.exercises.flow import Turn
from accordingto.widgets.exercise import ExerciseWidget
from accordingto.widgets.state import shape, state
from accordingto.widgets.static import static_html


class Desk(Protocol):
    """Where answers are kept and done with: a lesson, as far as an exercise on the screen goes."""

    sheet: Sheet
    store: AnswerStore

    def answer(self, exercise: str, data: dict[str, Any]) -> Entry:
        """Keep an answer."""

    def do(self, exercise: str, did: str) -> Entry:
        """Do something with the answer in hand."""

    def turn(self, question: Question[Any], entry: Entry | None) -> Turn:
        """Where an exercise stands."""


def _place(answers: Path, question: Question[Any]) -> str:
    """A name in the browser for an answer of this file: two kits on one server have two files."""
    digest = hashlib.sha256(str(answers.resolve()).encode()).hexdigest()
    return f"{answers.stem}/{question.id}/{digest[:16]}"


class LiveExercise:
    """Carries what is done in the widget to the lesson's answer file, and back."""

    def __init__(self, lesson: Desk, question: Question[Any]) -> None:
        self._lesson, self._question = lesson, question
        self._material = lesson.sheet.material(question)
        self._still: Any = None
        entry = lesson.store.entry(question.id)
        empty = msgspec.to_builtins(question.begin())
        self.widget = ExerciseWidget(
            shape=shape(question, self._material, _place(lesson.store.path, question)),
            answer=entry.answer if entry else empty,
            state=state(question, self._turn(entry), entry, self._material),
            on_change=self._changed,
            on_action=self._acted,
        )

    def show(self) -> None:
        """Display both faces; the style sheet hides the still one while the widget lives."""
        entry = self._lesson.store.entry(self._question.id)
        display(self.widget)
        self._still = display(self._still_face(entry, self._turn(entry)), raw=True, display_id=True)

    def _changed(self, answer: dict[str, Any]) -> None:
        with self._saving():
            self._lesson.answer(self._question.id, answer)
        self._refresh()

    def _acted(self, did: str) -> None:
        with (
            self._saving(),
            suppress(AnswerError),
        ):  # a button of an earlier turn, in another window
            self.widget.answer = self._lesson.do(self._question.id, did).answer
        self._refresh()

    @contextmanager
    def _saving(self) -> Iterator[None]:
        """What is refused is said where the student looks, and is not acknowledged."""
        try:
            yield
        except OSError as error:
            self._alert(unsaved(self._lesson.store.path, error))
            raise
        except AnswerError as error:
            self._alert(f"This cannot be kept: {error}.")
            raise

    def _alert(self, sentence: str) -> None:
        self.widget.state = {**self.widget.state, "alert": sentence}

    def _refresh(self) -> None:
        """Both faces from one reading of the answer file and one scoring: it runs at every key."""
        entry = self._lesson.store.entry(self._question.id)
        here = self._turn(entry)
        self.widget.state = {
            **state(self._question, here, entry, self._material),
            "alert": self._lesson.store.notice,
        }
        if self._still:
            self._still.update(self._still_face(entry, here), raw=True)

    def _turn(self, entry: Entry | None) -> Turn:
        return self._lesson.turn(self._question, entry)

    def _still_face(self, entry: Entry | None, here: Turn) -> dict[str, str]:
        html = static_html(self._question, entry, here.outcome, self._material)
        return {"text/html": html, "text/plain": f"Exercise {self._question.id}"}
