"""A class's work as open data: one row an attempt, without names, texts or days.

Who is who is a keyed digest (HMAC-SHA256, RFC 2104) with a secret that stays with the teacher, so
that the same person has the same code in every file, and nobody else can try names out.
"""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from accordingto.exercises import AnswerError, Attempt, Entry, Question, Sheet
from accordingto.exercises.answers import moment
from accordingto.exercises.disk import write_whole
from accordingto.exercises.remarks import EARLIER

SECRET = "research-secret.txt"
_CODE = 16  # hexadecimal digits of a code
_DID = ("predict", "vote", "check", "show")
COLUMNS = {
    "student": "a code; the same for the same person in all files made with one secret",
    "lesson": "the lesson's name",
    "exercise": "the exercise's id",
    "kind": "the kind of exercise",
    "objective": "the objective that it measures, by its name in the sheet",
    "points": "what it can earn",
    "attempt": "the number of the attempt at this exercise, from 1",
    "did": "what was done: predict, vote, check or show; “earlier …” before it was begun anew",
    "minute": "minutes since this student's first attempt in the lesson, to a tenth",
    "credit": "what it earns, from 0 to 1; empty where a person marks, and where it fits no more",
    "answer": "the answer as JSON; empty where its words were typed, and where it fits no more",
    "words": "how many words a written text has",
}


def secret_in(folder: Path) -> bytes:
    """The secret of a class, kept in its folder; made, for its owner alone, where there is none."""
    path = folder / SECRET
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
    return path.read_bytes().strip()


def code_of(name: str, secret: bytes) -> str:
    """The code of a person."""
    return hmac.new(secret, name.encode(errors="surrogatepass"), hashlib.sha256).hexdigest()[:_CODE]


def rows(
    sheet: Sheet, students: Iterable[tuple[str, Mapping[str, Entry]]], secret: bytes
) -> Iterator[dict[str, Any]]:
    """A row an attempt, in the order of the codes, which says nothing of the order of names."""
    coded = {code_of(name, secret): entries for name, entries in students}
    for code, entries in sorted(coded.items()):
        begun = _begun(entries)
        for question in sheet:
            attempts = entries[question.id].attempts if question.id in entries else ()
            counted = [one for one in attempts if one.did.removeprefix(EARLIER) in _DID]
            for number, attempt in enumerate(counted, 1):
                yield {
                    "student": code,
                    "lesson": sheet.lesson,
                    "exercise": question.id,
                    "kind": question.kind,
                    "objective": question.objective,
                    "points": question.points,
                    "attempt": number,
                    "did": attempt.did,
                    "minute": _minute(attempt, begun),
                    **_answer(sheet, question, attempt.answer),
                }


def write(folder: Path, data: Iterable[Mapping[str, Any]]) -> tuple[Path, Path]:
    """Write the table, and what its columns mean, into a folder, each whole; returns the paths."""
    table, meanings = folder / "attempts.csv", folder / "dictionary.csv"
    write_whole(table, _csv(list(COLUMNS), data))
    told = [{"column": name, "meaning": meaning} for name, meaning in COLUMNS.items()]
    write_whole(meanings, _csv(["column", "meaning"], told))
    return table, meanings


def _csv(columns: list[str], data: Iterable[Mapping[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(data)
    return text.getvalue().encode()


def _begun(entries: Mapping[str, Entry]) -> datetime | None:
    times = (moment(one.at) for entry in entries.values() for one in entry.attempts)
    return min((time for time in times if time), default=None)


def _minute(attempt: Attempt, begun: datetime | None) -> float | str:
    if begun is None or (time := moment(attempt.at)) is None:
        return ""
    return round((time - begun).total_seconds() / 60, 1)


def _answer(sheet: Sheet, question: Question[Any], data: dict[str, Any]) -> dict[str, Any]:
    """Credit and answer; of words that somebody typed only their number."""
    try:
        answer = question.answer(data)
    except AnswerError:
        return {}
    credit = question.score(answer, sheet.material(question)).credit
    told = {"credit": "" if credit is None else round(credit, 4)}
    if isinstance(text := data.get("text"), str):
        told["words"] = len(text.split())
    return told if question.typed else {**told, "answer": msgspec.json.encode(answer).decode()}
