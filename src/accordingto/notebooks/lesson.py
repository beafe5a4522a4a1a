"""A lesson at work in a notebook: `ask("4.2")` for each exercise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from accordingto.exercises import Answer, AnswerError, AnswerStore, Entry, Question, Sheet, digest
from accordingto.exercises.answers import AT_WORK, fresh_edit, unsaved
from accordingto.exercises.calibration import calibration
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.edits import Edit, kept_after
from accordingto.exercises.flow import Turn, answered, done, kept, outcome, turn
from accordingto.exercises.kept_back import before_and_after, is_kept_back
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.kinds.experiment import ExperimentAnswer
from accordingto.exercises.kinds.link_attribution import LinkAttributionAnswer, statements_of
from accordingto.exercises.progress import Progress
from accordingto.exercises.remarks import begun_again
from accordingto.exercises.retrieval import earlier_questions
from accordingto.exercises.simulated import simulated_class
from accordingto.notebooks.class_votes import known
from accordingto.notebooks.earned import EarnedPoints
from accordingto.notebooks.links import link_to
from accordingto.notebooks.page import Page
from accordingto.notebooks.room.here import InRoom
from accordingto.readings import Attribution, Reading
from accordingto.widgets.progress import Summary, line_html
from accordingto.widgets.static import outcome_text

A = TypeVar("A", bound=Answer)

PATIENCE_SECONDS = 5.0  # with a student's function
_OLDER = (
    "Exercise {} was changed since you answered it. "
    "Your answer, which is older, still stands there."
)


class Lesson(InRoom):
    """A lesson's exercises and the answers of the one who works on it.

    Calling it with an exercise's id shows the exercise; a code exercise also takes the function.
    The call returns the score, which a gradebook reads.
    """

    def __init__(self, sheet: Sheet, folder: Path, *, from_key: bool = False) -> None:
        self.sheet = sheet
        self.store = AnswerStore(folder / f"{sheet.lesson}.json")
        self._from_key = from_key
        self._notices: list[str] = []
        self._line: Any = None
        self._line_said = ""
        self.store.join(self)
        for name, entry in self.store.entries().items():
            if question := sheet.questions.get(name):
                self._keep_if_it_fits(question, entry)

    def __repr__(self) -> str:
        return f"lesson({self.sheet.lesson!r})"

    @property
    def article(self) -> Page:
        """The article that the lesson is about; `article.show()` displays it."""
        return Page.of(self.sheet.home.article)

    @property
    def expert(self) -> Reading:
        """The expert's reading of it: look after you have answered.

        Raises LookupError where work is graded.
        """
        if self.sheet.mode == "graded":
            raise LookupError("the expert’s reading comes back with your marks, not before")
        return self.sheet.home.reading

    def __call__(self, exercise: str, function: Callable[[str], Any] | None = None) -> EarnedPoints:
        """Show an exercise. Raises LookupError for an id that the lesson does not have."""
        question = self.sheet[exercise]
        if isinstance(question, Code):
            self._run(question, function)
        elif function is not None:
            raise TypeError(f"exercise {exercise} takes no function: write ask({exercise!r})")
        elif self._from_key:
            self._answer_from_key(question)
        with AT_WORK:
            return self._earned(question, self._show(question))

    def answer(self, exercise: str, data: dict[str, Any]) -> Entry:
        """Keep an answer, given as plain data. Raises AnswerError when it does not fit."""
        question = self.sheet[exercise]
        return self.store.change(exercise, lambda entry: answered(question, entry, data))

    def do(self, exercise: str, did: str) -> Entry:
        """Do something with the answer in hand: predict, vote, check, show."""
        question = self.sheet[exercise]
        if self.sheet.mode == "graded":
            raise AnswerError(f"exercise {exercise}: graded work is kept, and checked elsewhere")
        material = self.sheet.material(question)
        return self.store.change(
            exercise,
            lambda entry: done(question, entry or answered(question, None, {}), did, material),
        )

    def edit(self, exercise: str, edit: Edit) -> None:
        """Save an edit made in a view. Its answer fits the question."""
        question = self.sheet[exercise]
        material = self.sheet.material(question)
        graded = self.sheet.mode == "graded"
        self.store.change(
            exercise,
            lambda entry: kept_after(question, entry, edit, material, is_graded=graded),
        )

    def start_over(self, exercise: str | None = None) -> None:
        """Begin an exercise anew, or all of the lesson; what was done is kept as earlier tries.

        Raises LookupError for an id that the lesson does not have, and in graded work.
        """
        if self.sheet.mode == "graded":
            raise LookupError("graded work cannot be started over: change your answers instead")
        asked = [self.sheet[exercise]] if exercise else list(self.sheet)
        for question in asked:
            if self.store.entry(question.id):
                self.store.change(question.id, partial(_again, question))

    def follow(self, entries: Mapping[str, Entry]) -> None:
        """Say how far one has come, in the line that stands under the first cell."""
        if self._line and (said := line_html(Progress.of(self.sheet, entries))) != self._line_said:
            self._line_said = said
            self._line.update(_as_html(said), raw=True)

    def before(self) -> None:
        """Show two questions of earlier lessons, first those that went wrong there."""
        if self.sheet.mode == "graded":
            return
        folder = self.store.path.parent
        earlier = Lesson(earlier_questions(self.sheet, folder), folder, from_key=self._from_key)
        for exercise in earlier.sheet.questions:
            earlier(exercise)

    def summary(self) -> Summary:
        """Returns a summary: exercises done, left, and worth another look."""
        link = partial(link_to, self.sheet.lesson)
        pairs = before_and_after(self.sheet, self.store.path.parent)
        return Summary(self.progress, link, calibration(self.sheet, self.store.entries()), pairs)

    @property
    def progress(self) -> Progress:
        """The student's progress in the lesson."""
        return Progress.of(self.sheet, self.store.entries())

    def show_progress(self) -> None:
        """Display one quiet line on it in a notebook, and keep it up to date from then on."""
        from IPython import get_ipython
        from IPython.display import display

        if get_ipython():
            self._line_said = line_html(self.progress)
            self._line = display(_as_html(self._line_said), raw=True, display_id=True)

    def others(self, exercise: str) -> list[dict[str, Any]]:
        """The answers of the class that this kernel knows of, as plain data, or of a simulated one.

        A class of fewer than five is not shown; then, and without one, 24 simulated readers
        answer, behind whom nobody is. Nothing, and a sentence that says so, before the reader's
        own final answer: one that earned all, or to which all has been told. Raises TypeError for
        an exercise that has no choices.
        """
        question = self.sheet[exercise]
        if self.sheet.mode == "graded":
            raise LookupError("what others answered is not part of graded work")
        if not isinstance(question, Choosing):
            raise TypeError(f"exercise {exercise} has no choices that a class could be asked for")
        if not self.turn(question, self.store.entry(exercise)).final:
            print(f"First answer {exercise} yourself. Then run this cell again.")
            return []
        if (votes := known()) and (real := votes.answers(self.sheet, question)):
            return real
        readers = simulated_class(question, self.sheet.material(question))
        return [msgspec.to_builtins(answer) for answer in readers]

    def marked(self, exercise: str) -> tuple[Attribution, ...]:
        """Your own statements in an exercise, as you have marked them.

        Raises TypeError for an exercise in which no statements are marked.
        """
        answer = self._mine(exercise, LinkAttributionAnswer, "statements to mark")
        return tuple(
            Attribution(
                id=f"M{number:02}",
                form="indirect",
                source=roles["source"],
                cue=roles["cue"],
                content=roles["content"],
            )
            for number, roles in statements_of(answer).items()
        )

    def ratings(self, exercise: str) -> dict[str, list[int]]:
        """Your own ratings in an experiment, for each class of verb.

        Raises TypeError for an exercise that is no experiment.
        """
        answer = self._mine(exercise, ExperimentAnswer, "sentences to rate")
        question: Any = self.sheet[exercise]
        by_class: dict[str, list[int]] = question.by_class(answer)
        return by_class

    def score(self, exercise: str) -> EarnedPoints:
        """The points of the answer in hand; none for a prediction, or where a person marks."""
        return self._earned(self.sheet[exercise], self.store.entry(exercise))

    def turn(
        self, question: Question[Any], entry: Entry | None, given: Answer | None = None
    ) -> Turn:
        """Where an exercise stands, and what can be done with it next.

        `given` is the answer of the entry, where the caller has it in its own type already.
        """
        if self.sheet.mode == "graded":
            return kept(question, entry, given)
        back = bool(entry and entry.attempts) and is_kept_back(question, self.store.path.parent)
        return turn(question, entry, self.sheet.material(question), given, is_kept_back=back)

    def _earned(self, question: Question[Any], entry: Entry | None) -> EarnedPoints:
        if entry is None or self.turn(question, entry).stage in ("predict", "kept"):
            return EarnedPoints(0.0)
        credit = outcome(question, entry.answer, self.sheet.material(question)).credit
        return EarnedPoints((credit or 0.0) * question.points)

    def _mine(self, exercise: str, kind: type[A], of: str) -> A:
        """The answer in hand, of that kind. Raises TypeError for another."""
        question, entry = self.sheet[exercise], self.store.entry(exercise)
        answer = question.answer(entry.answer) if entry else question.Answer()
        if not isinstance(answer, kind):
            raise TypeError(f"exercise {exercise} has no {of}")
        return answer

    def _keep_if_it_fits(self, question: Question[Any], entry: Entry) -> None:
        """An exercise may have changed since it was answered; nothing of the old answer is lost."""
        try:
            for data in (entry.answer, *(one.answer for one in entry.attempts)):
                question.answer(data)
        except AnswerError:
            self.store.set_aside(question.id)
            self._notices.append(
                f"Exercise {question.id} has changed since you answered it. "
                f"Your old answer is still in {self.store.path}; please answer again."
            )

    def _answer_from_key(self, question: Question[Any]) -> None:
        material = self.sheet.material(question)
        key = msgspec.to_builtins(question.key(material))
        while not (here := self.turn(question, self.store.entry(question.id))).tries:
            self.answer(question.id, key)
            self.do(question.id, here.actions[0])

    def _run(self, question: Code, function: Callable[[str], Any] | None) -> None:
        if function is None or self.sheet.mode == "graded":
            return
        answer = question.run(function, self.sheet.material(question), seconds=PATIENCE_SECONDS)
        written = not question.untouched(answer)
        if not written and self.store.entry(question.id) is None:
            return  # who runs a whole notebook runs the functions that are still to be written
        try:
            self.answer(question.id, msgspec.to_builtins(answer))
            if written:
                self.do(question.id, "check")
        except OSError as error:
            self.store.notice = unsaved(self.store.path, error)

    def _show(self, question: Question[Any]) -> Entry | None:
        """Display an exercise, and return the entry that it shows."""
        from accordingto.notebooks.live import LiveExercise

        live = LiveExercise.of(self, question)
        if self.store.notice:
            self._notices.append(self.store.notice)
            self.store.notice = None
        while self._notices:
            print(self._notices.pop(0))
        if live.entry and live.entry.digest != digest(question):
            print(_OLDER.format(question.id))
        if self._from_key and (seen := self.turn(question, live.entry).outcome):
            print(outcome_text(question, seen))
        live.show()
        return live.entry


def _again(question: Question[Any], entry: Entry | None) -> Entry | None:
    return entry and begun_again(question, entry, fresh_edit())


def _as_html(html: str) -> dict[str, str]:
    return {"text/html": html}
