"""`accordingto hand-in LESSON`: one zip of what a student hands in, looked through before."""

from __future__ import annotations

import argparse
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.classroom.layouts import sender
from accordingto.classroom.submissions import NOTEBOOK_LIMIT, Unreadable, cells_of, entries_of
from accordingto.exercises import Entry, Question, Sheet
from accordingto.exercises.answers import write_whole
from accordingto.exercises.flow import kept, turn
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.released import opened

_NAME = re.compile(r"[\w.@-]+")
_STUB = r'^def {}\(.*\n(?:\s*"""[^"]*""")?\s*# your code here\s*(?:\Z|^\S)'  # as handed out
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the same work gives the same bytes


@dataclass(frozen=True)
class HandedIn:
    """The zip, the exercises that are still empty in it, and what else is to be known."""

    path: Path
    empty: tuple[Question[Any], ...]
    sentences: tuple[str, ...]


def hand_in(folder: Path, lesson: str, *, student: str = "", into: Path | None = None) -> HandedIn:
    """Zip the lesson's notebook and answers, found in `folder` or in `notebooks/` of it.

    Nothing else goes in, and nothing of the student's is changed. Raises LookupError where there
    is no such lesson or notebook, and ValueError for a name that a file cannot have, or that
    collecting could not read out of it.
    """
    path = (into or Path()) / _name(student, lesson)
    notebook = _notebook(folder, lesson)
    sheet = opened(lesson, notebook.parent)
    answers = notebook.parent / "answers" / f"{lesson}.json"
    page = notebook.read_bytes()
    files = {notebook.name: page}
    cells, sentences = _cells(page)
    entries: dict[str, Entry] = {}
    if answers.is_file():
        files[f"answers/{answers.name}"] = data = answers.read_bytes()
        try:
            entries = entries_of(data, lesson)
        except Unreadable as error:
            sentences.append(f"The answers cannot be read: {error}. Tell your teacher.")
    else:
        sentences.append(f"There is no {answers.relative_to(notebook.parent).as_posix()} yet.")
    write_whole(path, _zipped(files))
    empty = tuple(one for one in sheet if _is_empty(one, entries, sheet, cells))
    return HandedIn(path, empty, tuple(sentences))


def _name(student: str, lesson: str) -> str:
    if not student:
        return f"{lesson}.zip"
    if not _NAME.fullmatch(student):
        raise ValueError(f"{student!r} is no name for a file: use letters, digits and . @ - _")
    name = f"{student}_{lesson}.zip"
    if (read := sender(name, lesson)) and read[0].name != student:
        raise ValueError(
            f"{name} would read as a learning platform's file of {read[0].name!r}: "
            "use - in place of _"
        )
    return name


def _notebook(folder: Path, lesson: str) -> Path:
    for place in (folder, folder / "notebooks"):
        if (path := place / f"{lesson}.ipynb").is_file():
            return path
    raise LookupError(
        f"there is no {lesson}.ipynb in {folder.absolute()} nor in notebooks there; "
        "go to your working copy, or name it with --from"
    )


def _cells(notebook: bytes) -> tuple[tuple[dict[str, Any], ...], list[str]]:
    """Its cells, none where it cannot be read, and what is wrong with it."""
    if len(notebook) > NOTEBOOK_LIMIT:
        return (), [
            f"The notebook is larger than {NOTEBOOK_LIMIT // 1_000_000} MB and would not be "
            "graded. Clear all outputs in JupyterLab, save, and hand in again."
        ]
    try:
        return cells_of(notebook), []
    except Unreadable as error:
        said = f"The notebook cannot be read: {error}. Open it, save it, and hand in again."
        return (), [said]


def _is_empty(
    question: Question[Any],
    entries: dict[str, Entry],
    sheet: Sheet,
    cells: Iterable[dict[str, Any]],
) -> bool:
    if isinstance(question, Code):
        stub = re.compile(_STUB.format(question.function), re.M)
        return any(stub.search(cell["source"]) for cell in cells)
    entry, graded = entries.get(question.id), sheet.mode == "graded"
    try:
        here = kept(question, entry) if graded else turn(question, entry, sheet.material(question))
    except ValueError:  # an answer to an earlier version of it
        return False
    return not here.ready or here.stage == "predict"


def _zipped(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, _NO_TIME)
            member.external_attr = 0o644 << 16
            archive.writestr(member, data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which lesson, from where, under whose name and to where."""
    parser.add_argument("lesson")
    parser.add_argument("--name", default="", help="your name in the course, if you were told one")
    parser.add_argument(
        "--from", dest="source", type=Path, default=Path(), help="your working copy (here)"
    )
    parser.add_argument("--to", type=Path, default=Path(), help="where the zip goes (here)")


def run(arguments: argparse.Namespace) -> int:
    """Zip it and say what is in it; exit code 1 when something is wrong with it."""
    done = hand_in(arguments.source, arguments.lesson, student=arguments.name, into=arguments.to)
    for sentence in done.sentences:
        print(sentence)
    for question in done.empty:
        print(f"still empty: {question.id} {question.title}")
    print(f"Ready to hand in: {done.path}")
    return 1 if done.sentences else 0
