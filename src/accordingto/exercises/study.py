"""How somebody stands in all the lessons: done and left, met, gained, and what to look at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from accordingto.content import Content
from accordingto.exercises.answers import moment, read_entries
from accordingto.exercises.entries import Entry
from accordingto.exercises.progress import Progress, last_check
from accordingto.exercises.question import AnswerError, Question
from accordingto.exercises.remarks import first_check
from accordingto.exercises.sheet import Sheet
from accordingto.exercises.spacing import again_on

MET = 0.7  # of what the exercises of an objective can earn
_CHECKS = ("check", "earlier check")


@dataclass(frozen=True)
class Standing:
    """How one lesson stands. An objective is met once its exercises are done, and most is right."""

    sheet: Sheet
    progress: Progress
    met: tuple[str, ...]
    unmet: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A question of a lesson, and whether it was ever checked.

    `credit` is that of the first check; None where there is none, or nothing is told of it yet.
    """

    lesson: str
    question: Question[Any]
    checked: bool
    credit: float | None


@dataclass(frozen=True)
class Pair:
    """A question that is kept back till its twin was checked, and the twin."""

    before: Asked
    after: Asked

    @property
    def gain(self) -> float | None:
        """What was gained, from -1 to 1; None until both are answered."""
        first, then = self.before.credit, self.after.credit
        return None if first is None or then is None else then - first


@dataclass(frozen=True)
class Due:
    """An exercise of a lesson to look at again, on a day."""

    lesson: str
    question: Question[Any]
    on: date


@dataclass(frozen=True)
class Study:
    """All lessons, in order; the pairs of before and after; what is due, the earliest first."""

    lessons: tuple[Standing, ...]
    pairs: tuple[Pair, ...]
    due: tuple[Due, ...]

    @classmethod
    def of(cls, content: Content, folder: Path) -> Study:
        """Read the answers in a folder, and change nothing. What cannot be read counts as none.

        Raises ContentError where a sheet is wrong.
        """
        sheets = [Sheet.of(name, content) for name in content.lessons()]
        names = [sheet.lesson for sheet in sheets]
        there = {path.stem for path in folder.glob("*.json")}  # on a slow disk each look is a wait

        def entries(name: str) -> dict[str, Entry]:
            return read_entries(folder / f"{name}.json") if name in there else {}

        kept = {name: entries(name) for name in names}
        again = [entries(f"before-{name}") for name in names]
        return cls(
            lessons=tuple(_standing(sheet, kept[sheet.lesson]) for sheet in sheets),
            pairs=tuple(pairs({sheet.lesson: sheet for sheet in sheets}, kept)),
            due=tuple(sorted(_due(sheets, kept, again), key=lambda one: (one.on, one.lesson))),
        )


def _standing(sheet: Sheet, entries: Mapping[str, Entry]) -> Standing:
    progress = Progress.of(sheet, entries)
    done = {question.id for question in progress.done}
    credits: defaultdict[str, list[float]] = defaultdict(list)
    open_ = {question.objective for question in sheet if question.id not in done}
    for question in sheet:
        entry = entries.get(question.id)
        if question.points and entry and (credit := last_check(entry)) is not None:
            credits[question.objective].append(credit)
    met = {
        name
        for name in sheet.objectives
        if name not in open_ and sum(credits[name]) >= MET * len(credits[name])
    }
    aims = sheet.objectives.items()
    return Standing(
        sheet,
        progress,
        met=tuple(words for name, words in aims if name in met),
        unmet=tuple(words for name, words in aims if name not in met),
    )


def pairs(sheets: Mapping[str, Sheet], kept: Mapping[str, Mapping[str, Entry]]) -> Iterator[Pair]:
    """Every question that is kept back, with its twin, by one person's entries of each sheet."""
    for earlier in sheets.values():
        for question in earlier:
            lesson, _, twin = (question.till or "").partition("/")
            if (later := sheets.get(lesson)) and twin in later.questions:
                after = _asked(later, later[twin], kept)
                before = _asked(earlier, question, kept)
                told = before if after.checked else replace(before, credit=None)
                yield Pair(told, after)


def _asked(sheet: Sheet, question: Question[Any], kept: Mapping[str, Mapping[str, Entry]]) -> Asked:
    """A question with what its first check earned, which no file says of what is kept back."""
    data = first_check(kept[sheet.lesson].get(question.id))
    try:
        credit = question.score(question.answer(data), sheet.material(question)).credit
    except AnswerError:  # an answer to the question as it was, or none
        credit = None
    return Asked(sheet.lesson, question, data is not None, credit)


def _due(
    sheets: Iterable[Sheet],
    kept: Mapping[str, Mapping[str, Entry]],
    again: Iterable[Mapping[str, Entry]],
) -> list[Due]:
    looks: defaultdict[str, list[tuple[date, float]]] = defaultdict(list)
    for entries in (*kept.values(), *again):
        for exercise, entry in entries.items():
            looks[exercise] += _checks(entry)
    return [
        Due(sheet.lesson, question, on)
        for sheet in sheets
        for question in sheet
        if question.points and (on := again_on(looks[question.id]))
    ]


def _checks(entry: Entry) -> list[tuple[date, float]]:
    """Each check that was scored, with its day where the reader is."""
    return [
        (at.astimezone().date(), one.credit)
        for one in entry.attempts
        if one.did in _CHECKS and one.credit is not None and (at := moment(one.at))
    ]
