"""Open data of a class: whole, and nobody's name, word or day in it."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from accordingto.classroom.room.research import COLUMNS, SECRET, code_of, rows, secret_in, write
from accordingto.content import Content
from accordingto.exercises import Attempt, Entry, Sheet
from accordingto.exercises.kinds import kind_names, kind_of

LESSON = "04-inside-the-quotation-marks"
SHEET = Sheet.of(LESSON, Content.kit())
SECRET_OF_ONE = b"secret"


def entry(exercise: str, *answers: dict[str, object], did: str = "check") -> Entry:
    attempts = tuple(
        Attempt(did=did, answer=answer, at=f"2026-03-01T12:0{minute}:30+00:00")
        for minute, answer in enumerate(answers)
    )
    return Entry(digest="d", answer={}, at="", attempts=attempts)


def exercise_of(kind: str) -> str:
    return next(question.id for question in SHEET if question.kind == kind)


def test_a_row_an_attempt_with_its_minute_and_credit() -> None:
    number = exercise_of("number")
    value = SHEET[number].key(SHEET.material(SHEET[number])).value
    found = list(
        rows(
            SHEET,
            [("Ann Lee", {number: entry(number, {"value": value + 1000}, {"value": value})})],
            SECRET_OF_ONE,
        )
    )
    assert [(one["attempt"], one["minute"], one["credit"]) for one in found] == [
        (1, 0.0, 0.0),
        (2, 1.0, 1.0),
    ]
    assert found[0].keys() <= COLUMNS.keys()
    assert {one["student"] for one in found} == {code_of("Ann Lee", SECRET_OF_ONE)}


def test_no_name_no_typed_word_and_no_day_is_in_the_data(tmp_path: Path) -> None:
    text = exercise_of("free text")
    said = entry(text, {"text": "I am Ann Lee of Leeds."})
    note = entry(exercise_of("number"), {}, did="otherwise")
    data = rows(SHEET, [("Ann Lee", {text: said, exercise_of("number"): note})], SECRET_OF_ONE)
    table, dictionary = write(tmp_path, data)
    written = table.read_text(encoding="utf-8")
    assert not re.search(r"Ann|Lee|Leeds|2026|otherwise", written)
    (row,) = csv.DictReader(written.splitlines())
    assert (row["words"], row["answer"], row["credit"]) == ("6", "", "")
    meanings = list(csv.DictReader(dictionary.read_text(encoding="utf-8").splitlines()))
    assert [one["column"] for one in meanings] == list(row) == list(COLUMNS)


def test_what_is_broken_in_an_answer_file_leaves_fields_empty() -> None:
    number = exercise_of("number")
    attempts = (Attempt(did="check", answer={"value": "<b>"}, at="once"),)
    broken = {number: Entry(digest="d", answer={}, at="", attempts=attempts)}
    (row,) = rows(SHEET, [("b", broken)], SECRET_OF_ONE)
    assert (row["minute"], row.get("credit"), row.get("answer")) == ("", None, None)


def test_the_same_person_has_one_code_with_one_secret_and_none_without(tmp_path: Path) -> None:
    secret = secret_in(tmp_path)
    assert secret == secret_in(tmp_path)
    assert (tmp_path / SECRET).stat().st_mode & 0o077 == 0
    assert len(secret) == 64
    codes = {code_of(name, key) for name in ("Ann", "Bob") for key in (secret, b"other")}
    assert len(codes) == 4
    assert all(re.fullmatch("[0-9a-f]{16}", code) for code in codes)


def test_kinds_whose_words_are_typed_say_so() -> None:
    typed = {name for name in kind_names() if kind_of(name).typed}
    assert typed == {"free text", "tuner", "code"}
