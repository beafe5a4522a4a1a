"""What a notebook calls: `ask = lesson("04-…")`, then `ask("4.2")` for each exercise."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import msgspec

from accordingto.exercises import AnswerError, AnswerStore, Entry, Question, Sheet
from accordingto.exercises.answers import unsaved
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.flow import Turn, answered, done, kept, outcome, turn
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.progress import Progress
from accordingto.exercises.released import opened
from accordingto.exercises.retrieval import earlier_questions
from accordingto.exercises.simulated import simulated_class
from accordingto.readings import Reading
from accordingto.text import Article
from accordingto.widgets.progress import Summary, line_html
from accordingto.widgets.static import outcome_text

ANSWERS = Path("answers")


class Lesson:
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
        for question in sheet:
            self._keep_if_it_fits(question)

    def __repr__(self) -> str:
        return f"lesson({self.sheet.lesson!r})"

    @property
    def article(self) -> Article:
        """The article that the lesson is about."""
        return self.sheet.home.article

    @property
    def expert(self) -> Reading:
        """The expert's reading of it: look after you have answered.

        Raises LookupError where work is graded.
        """
        if self.sheet.mode == "graded":
            raise LookupError("the expert’s reading comes back with your marks, not before")
        return self.sheet.home.reading

    def __call__(self, exercise: str, function: Callable[[str], Any] | None = None) -> Score:
        """Show an exercise. Raises LookupError for an id that the lesson does not have."""
        question = self.sheet[exercise]
        if isinstance(question, Code):
            self._run(question, function)
        elif function is not None:
            raise TypeError(f"exercise {exercise} takes no function: write ask({exercise!r})")
        elif self._from_key:
            self._answer_from_key(question)
        self._show(question)
        return self.score(exercise)

    def answer(self, exercise: str, data: dict[str, Any]) -> Entry:
        """Keep an answer, given as plain data. Raises AnswerError when it does not fit."""
        question = self.sheet[exercise]
        return self._change(exercise, lambda entry: answered(question, entry, data))

    def do(self, exercise: str, did: str) -> Entry:
        """Do something with the answer in hand: predict, vote, check, show."""
        question = self.sheet[exercise]
        if self.sheet.mode == "graded":
            raise AnswerError(f"exercise {exercise}: graded work is kept, and checked elsewhere")
        material = self.sheet.material(question)
        return self._change(
            exercise,
            lambda entry: done(question, entry or answered(question, None, {}), did, material),
        )

    def before(self) -> None:
        """Show two questions of earlier lessons, first those that went wrong there."""
        if self.sheet.mode == "graded":
            return
        folder = self.store.path.parent
        sheet = earlier_questions(self.sheet, folder)
        earlier = Lesson(sheet, folder, from_key=self._from_key)
        for exercise in sheet.questions:
            earlier(exercise)

    def summary(self) -> Summary:
        """What is done, what is not, and what is worth another look."""
        return Summary(self.progress)

    @property
    def progress(self) -> Progress:
        """How far one has come."""
        return Progress.of(self.sheet, self.store.entries())

    def show_progress(self) -> None:
        """Display one quiet line on it in a notebook, and keep it up to date from then on."""
        from IPython import get_ipython
        from IPython.display import display

        if get_ipython():
            self._line = display(_as_html(line_html(self.progress)), raw=True, display_id=True)

    def others(self, exercise: str) -> list[dict[str, Any]]:
        """What 24 simulated readers answered, as plain data: there is no real class behind it.

        Raises TypeError for an exercise that has no choices.
        """
        question = self.sheet[exercise]
        if self.sheet.mode == "graded":
            raise LookupError("what others answered is not part of graded work")
        if not isinstance(question, Choosing):
            raise TypeError(f"exercise {exercise} has no choices that a class could be asked for")
        readers = simulated_class(question, self.sheet.material(question))
        return [msgspec.to_builtins(answer) for answer in readers]

    def score(self, exercise: str) -> Score:
        """The points of the answer in hand; none for a prediction, or where a person marks."""
        question = self.sheet[exercise]
        entry, material = self.store.entry(exercise), self.sheet.material(question)
        if entry is None or self.turn(question, entry).stage in ("predict", "kept"):
            return Score(0.0)
        credit = outcome(question, entry.answer, material).credit
        return Score((credit or 0.0) * question.points)

    def turn(self, question: Question[Any], entry: Entry | None) -> Turn:
        """Where an exercise stands, and what can be done with it next."""
        if self.sheet.mode == "graded":
            return kept(question, entry)
        return turn(question, entry, self.sheet.material(question))

    def _change(self, exercise: str, changed: Callable[[Entry | None], Entry]) -> Entry:
        entry = self.store.change(exercise, changed)
        if self._line:
            self._line.update(_as_html(line_html(self.progress)), raw=True)
        return entry

    def _keep_if_it_fits(self, question: Question[Any]) -> None:
        """An exercise may have changed since it was answered; nothing of the old answer is lost."""
        entry = self.store.entry(question.id)
        try:
            for data in [entry.answer, *(one.answer for one in entry.attempts)] if entry else []:
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
        answer = question.run(function, self.sheet.material(question))
        written = not question.untouched(answer)
        if not written and self.store.entry(question.id) is None:
            return  # who runs a whole notebook runs the functions that are still to be written
        try:
            self.answer(question.id, msgspec.to_builtins(answer))
            if written:
                self.do(question.id, "check")
        except OSError as error:
            self.store.notice = unsaved(self.store.path, error)

    def _show(self, question: Question[Any]) -> None:
        from accordingto.notebooks.live import LiveExercise

        if self.store.notice:
            self._notices.append(self.store.notice)
            self.store.notice = None
        while self._notices:
            print(self._notices.pop(0))
        seen = self.turn(question, self.store.entry(question.id)).outcome
        if self._from_key and seen:
            print(outcome_text(question, seen))
        LiveExercise(self, question).show()


def _as_html(html: str) -> dict[str, str]:
    return {"text/html": html}


class Score(float):
    """Points, shown to a gradebook as a number and to a reader not at all."""

    def __repr__(self) -> str:
        return format(float(self), "g")

    def _repr_html_(self) -> str:
        return ""


def lesson(name: str, *, answers: Literal["mine", "key"] = "mine") -> Lesson:
    """Open a lesson by its name; answers are kept in `answers/NAME.json` beside the notebook.

    With `answers="key"` every exercise is answered from its key, in a folder that is thrown away:
    that is how the solved notebooks are made. Raises LookupError for an unknown name, and
    ValueError where what the teacher released beside the notebook cannot be read.
    """
    sheet = opened(name, Path.cwd())
    if answers == "mine":
        mine = Lesson(sheet, ANSWERS.absolute())  # wherever a cell may go from here
        mine.show_progress()
        return mine
    scratch = tempfile.TemporaryDirectory(prefix="accordingto-")
    solved = Lesson(sheet, Path(scratch.name), from_key=True)
    weakref.finalize(solved, scratch.cleanup)
    return solved
