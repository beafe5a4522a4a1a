"""The class in a notebook: one exercise as a figure and a table, and the real votes in its flow."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from markupsafe import Markup

from accordingto.classroom.room.alone import alone
from accordingto.classroom.room.class_reading import Counted, given
from accordingto.classroom.room.reasons import of_exercise
from accordingto.classroom.room.respondents import Respondent, Respondents
from accordingto.content import Content
from accordingto.exercises import AnswerError, Entry, Question, Sheet
from accordingto.exercises.sheet import NoExercise
from accordingto.notebooks import class_votes
from accordingto.templates import rendered
from accordingto.text.wording import counted
from accordingto.widgets.class_views import tally_of
from accordingto.widgets.tallies import styles
from accordingto.widgets.tallies.tally import FEWEST

FRESH = 2.0  # seconds for which a folder is not read again while somebody types


@dataclass(frozen=True)
class ClassView:
    """An exercise as a class answered it: a figure, and `table`, its lines as plain data."""

    sheet: Sheet
    counted: Counted

    @property
    def table(self) -> list[dict[str, Any]]:
        """A line for each reading of each place: `place`, `reading`, and how many have it."""
        return [
            {"place": row.place, "reading": row.reading, **row.counts}
            for row in self.counted.tally.rows()
        ]

    def __repr__(self) -> str:
        return "\n".join([self._lead, *(_line(one) for one in self.table)])

    def _repr_html_(self) -> str:
        question, tally = self.counted.question, self.counted.tally
        material = self.sheet.material(question)
        return rendered(
            "classroom/room/in_notebook.html",
            style=Markup(styles()),
            lead=self._lead,
            figure=tally.figure(),
            enough=bool(tally.columns()),
            expert=of_exercise(question, material),
            revealed=tally.revealed(),
        )

    @property
    def _lead(self) -> str:
        question, tally = self.counted.question, self.counted.tally
        first = f", {tally.firsts} of them after a {tally.first_words}" if tally.firsts else ""
        return f"{question.id} {question.title}: {counted(tally.answers, 'answer')}{first}."


def class_view(exercise: str, folder: str | Path | None = None) -> ClassView:
    """Draw how a class answered an exercise, such as "2.2", out of a folder of its answers.

    Names never show, and of fewer than five answers only how many they are. Without a folder it is
    one's own answer, beside a second reader's where the page has one. Raises LookupError for an
    unknown exercise, and FileNotFoundError for a folder that is not there.
    """
    sheet = _sheet_with(exercise, Content.around(Path.cwd()))
    question = sheet[exercise]
    if folder is None:
        return ClassView(sheet, alone(sheet, question))
    counted = Counted(question, tally_of(question, sheet.material(question)))
    for entry in _entries(Path(folder), sheet, question):
        counted.add(entry)
    return ClassView(sheet, counted)


def class_folder(folder: str | Path | None) -> None:
    """Let votes in this kernel show the real answers that are in a folder; None ends it.

    Raises FileNotFoundError for a folder that is not there.
    """
    if folder is not None:
        Path(folder).stat()
    class_votes.tell(None if folder is None else FolderVotes(Path(folder)))


class FolderVotes:
    """The answers of a class in a folder, read anew once they are some seconds old."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[tuple[str, str], tuple[float, list[Entry]]] = {}

    def answers(self, sheet: Sheet, question: Question[Any]) -> list[dict[str, Any]]:
        """The answers as they are now, in an order that tells nothing; none of fewer than five."""
        found = []
        for entry in self._entries(sheet, question):
            try:
                answer, _ = given(question, entry)
            except AnswerError:
                continue
            if answer is not None:
                found.append(msgspec.to_builtins(answer))
        return sorted(found, key=repr) if len(found) >= FEWEST else []

    def drawn(self, sheet: Sheet, question: Question[Any]) -> Markup:
        """The first votes and the answers now; nothing of fewer than five."""
        counted = Counted(question, tally_of(question, sheet.material(question)))
        for entry in self._entries(sheet, question):
            counted.add(entry)
        enough = bool(counted.tally.columns())
        return (
            Markup('<div class="class-view">{}</div>').format(counted.tally.figure())
            if enough
            else Markup()
        )

    def _entries(self, sheet: Sheet, question: Question[Any]) -> list[Entry]:
        name = sheet.lesson, question.id
        at, entries = self._read.get(name, (0.0, []))
        if name not in self._read or time.monotonic() - at > FRESH:
            try:
                entries = list(_entries(self._folder, sheet, question))
            except OSError:
                entries = []  # the folder is gone: a vote goes on without it
            self._read[name] = time.monotonic(), entries
        return entries


def _entries(folder: Path, sheet: Sheet, question: Question[Any]) -> Iterator[Entry]:
    for one in Respondents(folder, sheet.lesson, sheet.content):
        if isinstance(one, Respondent) and (entry := one.entries.get(question.id)):
            yield entry


def _sheet_with(exercise: str, content: Content) -> Sheet:
    """The sheet of an exercise: the lesson of its number, else whichever has it."""
    number = exercise.partition(".")[0]
    names = content.sheets()
    likely = [
        name for name in names if number.isdecimal() and name.startswith(f"{int(number):02}-")
    ]
    for name in likely or names:
        sheet = Sheet.of(name, content)
        if exercise in sheet.questions:
            return sheet
    raise NoExercise(f"no lesson has an exercise {exercise!r}")


def _line(row: dict[str, Any]) -> str:
    counts = ", ".join(f"{name} {count}" for name, count in row.items() if isinstance(count, int))
    place = f"{row['place']}: " if row["place"] else ""
    return f"  {place}{row['reading']} – {counts}"
