"""A site of graded work is read for leaks: every text of it, those inside wheels as well."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accordingto.cli import main
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.site.graded import graded_files, graded_page
from accordingto.site.wheels import kit_wheel

KIT = Content.kit()
LONG = 24  # letters: what is said nowhere by chance


def texts(data: Any) -> Iterator[str]:
    """Every text within plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(key)
            yield from texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts(value)


def secrets(sheet: Sheet) -> set[str]:
    """What only the sheet says: reasons, credit for other answers, keys, and what comes after."""
    whole = {text for question in sheet for text in texts(msgspec.to_builtins(question))}
    shown = {
        text for question in sheet for text in texts(msgspec.to_builtins(question.without_key()))
    }
    said = "\n".join(shown)
    return {text for text in whole if len(text) >= LONG and text not in said}


@pytest.mark.parametrize("lesson", KIT.lessons())
def test_nothing_that_a_reader_gets_tells_an_answer(lesson: str, tmp_path: Path) -> None:
    sheet = Sheet.of(lesson, KIT)
    with zipfile.ZipFile(kit_wheel(tmp_path, {}, graded=True)) as wheel:
        given = [wheel.read(name) for name in wheel.namelist()]
        names = wheel.namelist()
    given += graded_files(sheet).values()
    given += [data for _, data in graded_page(sheet)]
    hidden = secrets(sheet)
    assert len(hidden) > 5
    shown = "\n".join(data.decode("utf-8", "replace") for data in given)
    assert [text for text in hidden if text in shown] == []
    assert not [name for name in names if "reading.yaml" in name or "/solutions/" in name]


def test_one_lesson_and_graded_go_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", str(tmp_path / "site"), "--graded"]) == 2
    assert "--lesson and --graded go together" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
