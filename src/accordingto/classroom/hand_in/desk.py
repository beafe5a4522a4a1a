"""Placing of copies: the one that counts in `submitted/`, every other in `copies/`."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection
from pathlib import Path

from accordingto.classroom.course import Course
from accordingto.classroom.hand_in.chosen_files import Handed
from accordingto.classroom.printable import printable
from accordingto.classroom.submissions import LEFT_OUT, read

_NOTES = ("timestamp.txt", LEFT_OUT)  # the kit's own, beside what was handed in


class Desk:
    """Where copies are put, for one lesson."""

    def __init__(self, course: Course, lesson: str, late_counts: bool) -> None:
        self._course, self._lesson, self._late_counts = course, lesson, late_counts
        self._answers: dict[bytes, str] = {}
        for folder in course.submitted(lesson):
            self._remember(folder)

    def take(
        self, student: str, found: Handed, *, late: bool, at: str, group: Collection[str] = ()
    ) -> tuple[str, list[str]]:
        """Put a student's copy in its place, and return what was done, with remarks.

        `at` is the time that Blackboard says; of whoever is in the `group`, the same is no news.
        Raises OSError where it cannot be put there.
        """
        target = self._course.root / "submitted" / student / self._lesson
        copies = self._course.root / "copies" / self._lesson / student
        sentences = list(found.sentences)
        if not found.files:
            sentences.append("There is no notebook and no answer file in it.")
            return _set_aside(target, copies, found, late), sentences
        did = self._put(target, copies, found.files, late)
        if did in ("new", "newer"):
            if at:
                day, clock = at[:10], at[11:].replace("-", ":")
                (target / "timestamp.txt").write_text(f"{day} {clock}\n", encoding="utf-8")
            if late:
                sentences.append("It came in late.")
            sentences += read(target, self._lesson).sentences
            sentences += self._alike(target, group)
            self._remember(target)
        return did, sentences

    def _put(self, target: Path, copies: Path, files: dict[str, bytes], late: bool) -> str:
        there = _digests(target)
        if there == _digests_of(files):
            return "there already"
        counts = self._late_counts or not late
        if _is_kept(copies, files) and not (late and counts):
            return "kept already"
        if there and not counts:
            _write(_free(copies, late), files)
            return "late copy kept"
        ready = target.with_name(f".{self._lesson}.new")
        shutil.rmtree(ready, ignore_errors=True)
        _write(ready, files)
        if there:
            copies.mkdir(parents=True, exist_ok=True)
            target.rename(_free(copies, late=False))
        elif target.is_dir():  # it says no more than why it is empty
            shutil.rmtree(target)
        ready.rename(target)
        return "newer" if there else "new"

    def _alike(self, folder: Path, group: Collection[str]) -> list[str]:
        """Answers carry times to the second: two people's own are never the same."""
        digest = _answers_digest(folder, self._lesson)
        other = self._answers.get(digest, folder.parent.name)
        if not digest or other in (folder.parent.name, *group):
            return []
        return [f"The answers are the very file that {other} handed in, times and all."]

    def _remember(self, folder: Path) -> None:
        if digest := _answers_digest(folder, self._lesson):
            self._answers.setdefault(digest, folder.parent.name)


def _set_aside(target: Path, copies: Path, found: Handed, late: bool) -> str:
    """Keep what cannot be used as it came, with the reasons beside it."""
    if _is_kept(copies, found.came):
        return "kept already"
    reasons = {LEFT_OUT: "".join(f"{printable(said)}\n" for said in found.sentences).encode()}
    if not _digests(target):
        shutil.rmtree(target, ignore_errors=True)
        _write(target, reasons)
    _write(_free(copies, late), reasons | found.came)
    return "late copy kept" if late else "kept"


def _is_kept(copies: Path, files: dict[str, bytes]) -> bool:
    digests = _digests_of(files)
    return any(_digests(copy) == digests for copy in copies.glob("*/"))


def _digests_of(files: dict[str, bytes]) -> dict[str, bytes]:
    return {
        name: hashlib.sha256(data).digest() for name, data in files.items() if name not in _NOTES
    }


def _digests(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {
        path.relative_to(folder).as_posix(): _digest(path)
        for path in files
        if path.name not in _NOTES
    }


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _free(copies: Path, late: bool) -> Path:
    number = 1
    while any((copies / f"{number}{kind}").exists() for kind in ("", " late")):
        number += 1
    return copies / f"{number}{' late' if late else ''}"


def _write(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


def _answers_digest(folder: Path, lesson: str) -> bytes:
    path = folder / "answers" / f"{lesson}.json"
    return b"" if path.is_symlink() or not path.is_file() else _digest(path)
