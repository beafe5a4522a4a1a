"""A class whose readers are numbered and do not exist, as a folder of answer files."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import msgspec

from accordingto.exercises import AnswerError, Attempt, Entry, Question, Sheet, digest
from accordingto.exercises.answers import AnswerFile
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.simulated import simulated_class

AT = "2026-03-02T12:00:00+00:00"
TEXTS = (
    "The word judges, and the page does not say who chose it.",
    "Officials say it. Nobody is named.",
    "Who says so? The page names a spokesman, and I keep the word in marks.",
    "",
)


class Simulated:
    """The kit's simulated readers of a lesson, and less than the key where nobody is simulated."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._chosen = {
            one.id: [
                msgspec.to_builtins(answer) for answer in simulated_class(one, sheet.material(one))
            ]
            for one in sheet
            if isinstance(one, Choosing)
        }
        self._keys = {one.id: msgspec.to_builtins(one.key(sheet.material(one))) for one in sheet}

    def entries(self, number: int) -> dict[str, Entry]:
        """What one reader answered: the same number always the same."""
        draw = random.Random(f"{self.sheet.lesson} {number}")
        return {one.id: self._entry(one, draw) for one in self.sheet}

    def write(self, folder: Path, readers: int) -> Path:
        """Write the answer file of each reader."""
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(readers):
            (folder / f"reader {number:05}.json").write_bytes(self.file(number))
        return folder

    def file(self, number: int) -> bytes:
        """The bytes of one reader's answer file."""
        file = AnswerFile(notebook=self.sheet.lesson, exercises=self.entries(number))
        return msgspec.json.encode(file)

    def _entry(self, question: Question[Any], draw: random.Random) -> Entry:
        answer = self._answer(question, draw)
        voted = "vote" if question.vote else "predict" if question.reveal else ""
        attempts = [Attempt(did="check", answer=answer, at=AT, credit=0.5)]
        if voted:
            attempts.insert(0, Attempt(did=voted, answer=self._answer(question, draw), at=AT))
        return Entry(digest=digest(question), answer=answer, at=AT, attempts=tuple(attempts))

    def _answer(self, question: Question[Any], draw: random.Random) -> dict[str, Any]:
        if question.id in self._chosen:
            return dict(draw.choice(self._chosen[question.id]))
        key: dict[str, Any] = self._keys[question.id]
        if "text" in key:
            return {"text": draw.choice(TEXTS)}
        answer = {name: _less(value, draw) for name, value in key.items()}
        try:
            question.answer(answer)
        except AnswerError:
            return key
        return answer


def _less(value: Any, draw: random.Random) -> Any:
    """A part of a list or of a table; a mark that is a little shorter."""
    if isinstance(value, list | tuple):
        return [_less(one, draw) for one in value if draw.random() < 0.8]
    if isinstance(value, dict) and {"start", "end"} <= set(value):
        shorter = draw.choice((0, 0, 12))
        return {**value, "end": max(value["start"] + 1, value["end"] - shorter)}
    if isinstance(value, dict):
        return {name: inner for name, inner in value.items() if draw.random() < 0.8}
    return value
