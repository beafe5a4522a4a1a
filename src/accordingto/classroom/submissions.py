"""The contents of a submitted folder. Nothing in it is run, followed or changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accordingto.classroom.audits import Audit, decoded
from accordingto.classroom.printable import printable
from accordingto.exercises import Entry
from accordingto.exercises.answers import read_answers
from accordingto.notebooks.cells import begins_with_asking, grade_id_of, is_code, source_of

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

NOTEBOOK_LIMIT, ANSWERS_LIMIT = 20_000_000, 5_000_000  # bytes
MOST_AUDITS = 10
LEFT_OUT, LEFT_OUT_LIMIT = "left-out.txt", 100_000  # why nothing that came could be used


class Unreadable(ValueError):
    """A file of a submission cannot be used; the sentence says why."""


@dataclass
class Submission:
    """A submission as read; `sentences` state its faults."""

    student: str
    digest: str = ""
    cells: tuple[dict[str, Any], ...] | None = None
    entries: dict[str, Entry] | None = None
    audits: tuple[Audit, ...] = ()
    sentences: list[str] = field(default_factory=list)

    @property
    def code(self) -> tuple[str, ...]:
        """The sources of its code cells in order, but for those that only ask."""
        sources = (cell["source"] for cell in self.cells or () if is_code(cell))
        return tuple(source for source in sources if not begins_with_asking(source))


def read(folder: Path, lesson: str) -> Submission:
    """Read a folder `submitted/STUDENT/LESSON`; whatever is in it, this returns."""
    found = Submission(student=folder.parent.name)
    seen = hashlib.sha256()
    try:
        notebook = _bytes(_notebook(folder, lesson, found), NOTEBOOK_LIMIT)
        seen.update(hashlib.sha256(notebook).digest())
        found.cells = cells_of(notebook)
        _look_twice(found)
    except (Unreadable, OSError) as error:
        found.sentences.append(f"The notebook could not be read: {_why(error)}.")
    try:
        answers = _bytes(_answers(folder, lesson, found), ANSWERS_LIMIT)
        seen.update(hashlib.sha256(answers).digest())
        found.entries = entries_of(answers, lesson)
    except (Unreadable, OSError) as error:
        found.sentences.append(f"The answers could not be read: {_why(error)}.")
    found.audits = tuple(_audits(folder, found, seen))
    if found.cells is None and found.entries is None:
        found.sentences[:0] = _left_out(folder)
    seen.update("\n".join(found.sentences).encode(errors="replace"))
    found.digest = seen.hexdigest()
    return found


def _audits(folder: Path, found: Submission, seen: Hash) -> Iterator[Audit]:
    """The pages that were corrected, as evidence of a text; a broken one is said."""
    try:
        paths = sorted((folder / "answers").glob("audit-*.json"))
    except OSError:  # a folder that cannot be looked into, of which was said already
        return
    for path in paths[:MOST_AUDITS]:
        try:
            data = _bytes(path, ANSWERS_LIMIT)
            audit = decoded(data)
        except (Unreadable, ValueError) as error:
            found.sentences.append(f"{_shown(path)} could not be read: {error}.")
            continue
        seen.update(hashlib.sha256(data).digest())
        yield audit


def text_of(entry: Entry) -> str:
    """The written answers, for a person to mark; blank ones are left out."""
    text = entry.answer.get("text")
    return text.strip() if isinstance(text, str) else ""


def _notebook(folder: Path, lesson: str, found: Submission) -> Path:
    expected = folder / f"{lesson}.ipynb"
    others = [path for path in sorted(folder.glob("*.ipynb")) if path != expected]
    if expected.exists() or expected.is_symlink():
        if others:
            found.sentences.append(f"There is more than one notebook; {expected.name} counts.")
        return expected
    if len(others) != 1:
        there = f"there are {len(others)} others" if others else "there is no notebook"
        raise Unreadable(f"expected {expected.name}, and {there}")
    if lesson.encode() not in _bytes(others[0], NOTEBOOK_LIMIT):
        raise Unreadable(f"{_shown(others[0])} is not a notebook of {lesson}")
    found.sentences.append(f"The notebook is named {_shown(others[0])}; it counts all the same.")
    return others[0]


def _answers(folder: Path, lesson: str, found: Submission) -> Path:
    """The answer file; a renamed one counts if it names the lesson itself.

    Another notebook's answers are no stranger there: students hand in the whole folder.
    """
    expected = folder / "answers" / f"{lesson}.json"
    if expected.exists() or expected.is_symlink() or expected.parent.is_symlink():
        return expected
    renamed = [path for path in sorted(expected.parent.glob("*.json")) if _is_of(path, lesson)]
    if len(renamed) != 1:
        return expected
    found.sentences.append(f"The answers are named {_shown(renamed[0])}; they count all the same.")
    return renamed[0]


def _why(error: Unreadable | OSError) -> str:
    """Return the sentence; the system's own word where a folder cannot be looked into."""
    return str(error) if isinstance(error, Unreadable) else str(error.strerror)


def _left_out(folder: Path) -> list[str]:
    """The sentences of collecting, where it had to leave out all that came."""
    try:
        return _bytes(folder / LEFT_OUT, LEFT_OUT_LIMIT).decode(errors="replace").splitlines()
    except (Unreadable, OSError):
        return []


def _shown(path: Path) -> str:
    return printable(path.name)[:80]


def _is_of(path: Path, lesson: str) -> bool:
    try:
        return read_answers(_bytes(path, ANSWERS_LIMIT)).notebook == lesson
    except ValueError:
        return False


def _bytes(path: Path, limit: int) -> bytes:
    if path.is_symlink() or path.parent.is_symlink():
        raise Unreadable(f"{path.name} is a link to somewhere else")
    try:
        if not path.is_file():
            raise Unreadable(f"there is no {path.name}")
        if path.stat().st_size > limit:
            raise Unreadable(f"{path.name} is larger than {limit // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path.name}: {error.strerror}") from None


def cells_of(data: bytes) -> tuple[dict[str, Any], ...]:
    """The cells of a notebook out of its bytes. Raises Unreadable, with why."""
    try:
        notebook = json.loads(data.decode())
    except UnicodeDecodeError:
        raise Unreadable("it is not UTF-8") from None
    except RecursionError:
        raise Unreadable("it is nested too deep") from None
    except ValueError:
        raise Unreadable("it is cut off or no notebook") from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise Unreadable("it has no cells")
    return tuple(_cell(cell) for cell in cells)


def _cell(cell: Any) -> dict[str, Any]:
    if not isinstance(cell, dict):
        raise Unreadable("one of its cells is none")
    return {
        "cell_type": str(cell.get("cell_type")),
        "source": source_of(cell),
        "grade_id": grade_id_of(cell),
    }


def _look_twice(found: Submission) -> None:
    names = [cell["grade_id"] for cell in found.cells or () if cell["grade_id"]]
    for name in sorted({name for name in names if names.count(name) > 1}):
        found.sentences.append(f"The cell {name} is there more than once; the last one counts.")


def entries_of(data: bytes, lesson: str) -> dict[str, Entry]:
    """The answers of a lesson out of the bytes of their file. Raises Unreadable, with why."""
    try:
        file = read_answers(data)
    except ValueError as error:
        raise Unreadable(str(error)) from None
    if file.notebook != lesson:
        raise Unreadable(f"they are of {file.notebook[:60]!r}, not of {lesson!r}")
    return file.exercises
