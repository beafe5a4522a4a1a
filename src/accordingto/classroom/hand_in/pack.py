"""Packing: one zip of what a student hands in, looked through before."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.classroom.hand_in.evidence import audits
from accordingto.classroom.hand_in.senders import sender
from accordingto.classroom.hand_in.which import saved, which
from accordingto.classroom.submissions import NOTEBOOK_LIMIT, Unreadable, cells_of, entries_of
from accordingto.content import Content
from accordingto.exercises import Entry, Question, Sheet
from accordingto.exercises.disk import write_whole
from accordingto.exercises.flow import kept, turn
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.released import opened
from accordingto.notebooks.cells import is_stub
from accordingto.notebooks.place import answers_elsewhere
from accordingto.pages.corrections import sentence as said_of

_NAME = re.compile(r"[\w.@-]+")
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the same work gives the same bytes


@dataclass(frozen=True)
class HandedIn:
    """The zip, its contents, the exercises still empty, and the faults to mend."""

    path: Path
    taken: tuple[str, ...]
    empty: tuple[Question[Any], ...]
    sentences: tuple[str, ...]


def hand_in(folder: Path, lesson: str, *, student: str = "", into: Path | None = None) -> HandedIn:
    """Zip the lesson's notebook and answers, found in `folder` or in `notebooks/` of it.

    With them go the pages that were corrected for a text on a page of one's own. Nothing else goes
    in, and nothing of the student's is changed. A notebook by another name goes
    in under the lesson's. Raises LookupError where there is no such lesson or notebook, and
    ValueError for a name that a file cannot have, or that collecting could not read out of it.
    """
    path = (into or Path()) / _name(student, lesson)
    found = which(folder, lesson)
    notebook, place = found.notebook, found.notebook.parent
    sheet = opened(lesson, place, Content.around(place))
    answers = place / "answers" / f"{lesson}.json"
    page = notebook.read_bytes()
    files = {f"{lesson}.ipynb": page}
    taken = [_taken(notebook, lesson)]
    cells, sentences = _cells(page)
    entries: dict[str, Entry] = {}
    if answers.is_file():
        files[f"answers/{answers.name}"] = data = answers.read_bytes()
        taken.append(f"answers/{answers.name}, last changed at {saved(answers)}")
        try:
            entries = entries_of(data, lesson)
        except Unreadable as error:
            sentences.append(f"The answers cannot be read: {error}. Tell your teacher.")
    else:
        sentences.append(f"There is no {answers.relative_to(place).as_posix()} yet.")
    for audit in audits(sheet, answers.parent):
        files[f"answers/{audit.name}"] = audit.encoded()
        taken.append(f"what you corrected on the page {audit.page}: {said_of(audit.log)}")
    for older in answers_elsewhere(lesson, place.absolute()):
        said = f"Other answers to this lesson are in {older}, last changed at {saved(older)}"
        (taken if entries else sentences).append(f"{said}: they do not go in.")
    write_whole(path, _zipped(files))
    empty = tuple(one for one in sheet if _is_empty(one, entries, sheet, cells))
    sentences += [_beside(other, notebook, empty) for other in found.others]
    return HandedIn(path, tuple(taken), empty, tuple(sentences))


def _taken(notebook: Path, lesson: str) -> str:
    renamed = "" if notebook.stem == lesson else f" as {lesson}.ipynb"
    return f"{notebook.name}{renamed}, last saved at {saved(notebook)}"


def _beside(other: Path, notebook: Path, empty: Sequence[Question[Any]]) -> str:
    """A remark on another notebook of the lesson, which is not packed."""
    code = [one for one in empty if isinstance(one, Code)]
    cells, _ = _cells(other.read_bytes())
    written = [one.function for one in code if cells and not _is_stub(one, cells)]
    more = f", and {', '.join(written)} is written there and not here" if written else ""
    return (
        f"{other.name} is of this lesson too, last saved at {saved(other)}{more}: it does not go "
        f"in. If it is the one you worked in, give it the name {notebook.name}; if not, move it "
        "away."
    )


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


def _cells(notebook: bytes) -> tuple[tuple[dict[str, Any], ...], list[str]]:
    """Return its cells (none if unreadable) and its faults."""
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
        return _is_stub(question, cells)
    entry, graded = entries.get(question.id), sheet.mode == "graded"
    try:
        here = kept(question, entry) if graded else turn(question, entry, sheet.material(question))
    except ValueError:  # an answer to an earlier version of it
        return False
    return not here.ready or here.stage == "predict"


def _is_stub(question: Code, cells: Iterable[dict[str, Any]]) -> bool:
    return any(is_stub(cell["source"], question.function) for cell in cells)


def _zipped(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, _NO_TIME)
            member.external_attr = 0o644 << 16
            archive.writestr(member, data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()
