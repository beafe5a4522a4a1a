"""Files that a teacher hands out beside a notebook: mode and, for graded work, keyless questions.

The file is called `LESSON.released.json`. A notebook that finds it reads nothing else: not the
kit's own sheets, whose keys are public, and not the kit's articles.
"""

from __future__ import annotations

import os
from collections.abc import Container, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from accordingto.content import Content
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.kinds import kind_of
from accordingto.exercises.material import Material
from accordingto.exercises.question import Question
from accordingto.exercises.sheet import Mode, Sheet
from accordingto.readings import Reading
from accordingto.text import Article, decoded

KEYS = "ACCORDINGTO_KEYS"  # set, to anything, where work is graded: answers meet the keys


class UnreadableRelease(ValueError):
    """A released file cannot be read."""


class WithoutSheet(LookupError):
    """A released notebook is not where its sheet is."""


class NothingShown(ValueError):
    """A question shows too little to be asked without its key."""


class Released(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file. Articles are by name, questions as in a sheet; in other modes there are none."""

    lesson: str
    mode: Mode
    article: str = ""
    articles: dict[str, str] = {}
    questions: tuple[dict[str, Any], ...] = ()


def release(sheet: Sheet, mode: Mode, left_out: Container[str] = ()) -> bytes:
    """The file for a mode, as bytes that are the same each time.

    The text of an article that is `left_out` is not in it; a reader brings it.
    Raises NothingShown where a question shows too little to be asked.
    """
    if mode != "graded":
        return _file(Released(lesson=sheet.lesson, mode=mode))
    names = sorted({sheet.article, *(question.article or sheet.article for question in sheet)})
    return _file(
        Released(
            lesson=sheet.lesson,
            mode=mode,
            article=sheet.article,
            articles={
                name: "" if name in left_out else sheet.materials[name].article.text
                for name in names
            },
            questions=tuple(map(_handed_out, sheet)),
        )
    )


def opened(
    lesson: str, folder: Path, content: Content | None = None, *, released: bool = False
) -> Sheet:
    """The sheet that a notebook in `folder` works with, out of `content`, by default the kit's.

    A `released` notebook has it beside itself. Raises NoLesson for an unknown lesson;
    WithoutSheet where a released notebook has none, which is never opened in another mode; and
    UnreadableRelease, in one sentence, for a released file that cannot be read.
    """
    path = folder / f"{lesson}.released.json"
    if KEYS in os.environ:
        return marking(lesson, folder, content)
    if not path.is_file():
        if released:
            raise WithoutSheet(
                f"this notebook was handed out together with {path.name}, which is not in "
                f"{folder}, so it asks nothing here. Open it in the folder in which you got it, or "
                "put that file beside it"
            )
        return Sheet.of(lesson, content)
    file = _read(path)
    if file.mode == "graded":
        return _keyless(file, content or Content.kit())
    sheet = Sheet.of(lesson, content)
    return _voting(sheet) if file.mode == "vote" else sheet


def marking(lesson: str, released: Path, content: Content | None = None) -> Sheet:
    """The sheet by which a lesson is marked: out of `content`, by default the kit's.

    Where `released`, a folder, says that the work was graded, nobody was asked for a prediction
    or a vote first, and none is waited for. Raises what `opened` raises.
    """
    sheet = Sheet.of(lesson, content)
    path = released / f"{lesson}.released.json"
    if not path.is_file() or _read(path).mode != "graded":
        return sheet
    questions = {
        question.id: msgspec.structs.replace(question, reveal=None, vote=False)
        for question in sheet
    }
    return replace(sheet, questions=questions)


def _handed_out(question: Question[Any]) -> dict[str, Any]:
    """Raises NothingShown where a student's notebook could not read the rest."""
    data: dict[str, Any] = msgspec.to_builtins(question.without_key())
    try:
        _question(data)
    except msgspec.ValidationError as error:
        problem = f"exercise {question.id} cannot be handed out without its key: {error}"
        raise NothingShown(f"{problem}; say `Shown` of what a student sees") from None
    return data


def _file(released: Released) -> bytes:
    return msgspec.json.format(msgspec.json.encode(released), indent=1) + b"\n"


def _read(path: Path) -> Released:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Released)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableRelease(
            f"{path}: this is no released lesson: {error}; fetch it again"
        ) from None


def _keyless(file: Released, content: Content) -> Sheet:
    questions = [_question(data) for data in file.questions]
    return Sheet(
        lesson=file.lesson,
        article=file.article,
        objectives={},
        questions={question.id: question for question in questions},
        materials=_unread(
            {name: text or _text(content, name) for name, text in file.articles.items()}
        ),
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


def _text(content: Content, name: str) -> str:
    """The text of an article that the file was handed out without."""
    page = content.seed(name) / "article.txt"
    return decoded(page.read_bytes(), str(page))


def _voting(sheet: Sheet) -> Sheet:
    questions = {
        question.id: msgspec.structs.replace(question, vote=True)
        if isinstance(question, Choosing) and not question.reveal
        else question
        for question in sheet
    }
    return replace(sheet, questions=questions, mode="vote")
