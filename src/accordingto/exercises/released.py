"""What a teacher hands out beside a notebook: its mode and, for graded work, keyless questions.

The file is called `LESSON.released.json`. A notebook that finds it reads nothing else: not the
kit's own sheets, whose keys are public, and not the kit's articles.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from accordingto.exercises.choosing import Choosing
from accordingto.exercises.kinds import kind_of
from accordingto.exercises.material import Material
from accordingto.exercises.question import Question
from accordingto.exercises.sheet import Mode, Sheet
from accordingto.readings import Reading
from accordingto.text import Article

KEYS = "ACCORDINGTO_KEYS"  # set where work is graded: a folder of sheets, or "" for the kit's own


class Released(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file. Articles are by name, questions as in a sheet; in other modes there are none."""

    lesson: str
    mode: Mode
    article: str = ""
    articles: dict[str, str] = {}
    questions: tuple[dict[str, Any], ...] = ()


def release(sheet: Sheet, mode: Mode) -> bytes:
    """The file for a mode, as bytes that are the same each time."""
    if mode != "graded":
        return _file(Released(lesson=sheet.lesson, mode=mode))
    names = sorted({sheet.article, *(question.article or sheet.article for question in sheet)})
    return _file(
        Released(
            lesson=sheet.lesson,
            mode=mode,
            article=sheet.article,
            articles={name: sheet.materials[name].article.text for name in names},
            questions=tuple(msgspec.to_builtins(question.without_key()) for question in sheet),
        )
    )


def opened(lesson: str, folder: Path) -> Sheet:
    """The sheet that a notebook in `folder` works with.

    Raises LookupError for an unknown lesson, and ValueError, in one sentence, for a released
    file that cannot be read.
    """
    path = folder / f"{lesson}.released.json"
    keys = os.environ.get(KEYS)
    if keys is not None:
        return marking(lesson, Path(keys) if keys else None, folder)
    if not path.is_file():
        return Sheet.of(lesson)
    file = _read(path)
    if file.mode == "graded":
        return _keyless(file)
    sheet = Sheet.of(lesson)
    return _voting(sheet) if file.mode == "vote" else sheet


def marking(lesson: str, keys: Path | None, released: Path) -> Sheet:
    """The sheet by which a lesson is marked: out of the folder `keys`, else the kit's own.

    Where `released`, a folder, says that the work was graded, nobody was asked for a prediction
    or a vote first, and none is waited for. Raises what `opened` raises.
    """
    own = keys / f"{lesson}.yaml" if keys else None
    sheet = Sheet.read(own) if own and own.is_file() else Sheet.of(lesson)
    path = released / f"{lesson}.released.json"
    if not path.is_file() or _read(path).mode != "graded":
        return sheet
    questions = {
        question.id: msgspec.structs.replace(question, reveal=None, vote=False)
        for question in sheet
    }
    return replace(sheet, questions=questions)


def _file(released: Released) -> bytes:
    return msgspec.json.format(msgspec.json.encode(released), indent=1) + b"\n"


def _read(path: Path) -> Released:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Released)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: this is no released lesson: {error}; fetch it again") from None


def _keyless(file: Released) -> Sheet:
    questions = [_question(data) for data in file.questions]
    return Sheet(
        lesson=file.lesson,
        article=file.article,
        objectives={},
        questions={question.id: question for question in questions},
        materials=_unread(file.articles),
        mode="graded",
    )


def _question(data: dict[str, Any]) -> Question[Any]:
    question: Question[Any] = msgspec.convert(data, kind_of(data["kind"]))
    return question


def _unread(articles: Mapping[str, str]) -> dict[str, Material]:
    """The articles, each with a reading in which nothing was found."""
    return {
        name: Material(Article(name, text), Reading(article=name, reader="nobody"))
        for name, text in articles.items()
    }


def _voting(sheet: Sheet) -> Sheet:
    questions = {
        question.id: msgspec.structs.replace(question, vote=True)
        if isinstance(question, Choosing) and not question.reveal
        else question
        for question in sheet
    }
    return replace(sheet, questions=questions, mode="vote")
