"""`accordingto collect DIR LESSON FILE…`: what students handed in, put where it is graded."""

from __future__ import annotations

import argparse
import hashlib
import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from accordingto.classroom.archives import Member, Refused, members, of_file
from accordingto.classroom.course import Course
from accordingto.classroom.gradebook import Book
from accordingto.classroom.handed import Handed, handed, nobodys
from accordingto.classroom.layouts import Sender, by_hand, sender
from accordingto.classroom.printable import printable
from accordingto.classroom.roster import Roster
from accordingto.classroom.submissions import LEFT_OUT, read

_NOTES = ("timestamp.txt", LEFT_OUT)  # the kit's own, beside what was handed in


@dataclass(frozen=True)
class Collected:
    """What was done with what one student handed in, in a word, and what is to be known of it.

    `student` is empty for a file of which nobody can say whose it is.
    """

    student: str
    did: str
    sentences: tuple[str, ...]


def collect(
    course: Course, lesson: str, files: Sequence[Path], *, late_counts: bool = False
) -> Iterator[Collected]:
    """Put each student's newest copy into `submitted/`, and keep every other in `copies/`.

    Where the platform says no time, a later file counts as newer. A copy that the platform calls
    late is kept, but does not take the place of one in time unless `late_counts`; one in which
    nothing can be used is kept as it came, and takes nobody's place. Nothing of the files is
    changed, and a second run changes nothing.
    Raises LookupError for a lesson that the course does not have, and OSError, before anything is
    put anywhere, for a file that is not there.
    """
    with Book(course, lesson) as book:
        roster = Roster(book.students())
    by_sender: dict[Sender, list[Member]] = defaultdict(list)
    copies: dict[Path, int] = defaultdict(count().__next__)
    for file in dict.fromkeys(files):
        if wrong := _sorted_out(file, lesson, by_sender, copies):
            yield Collected("", "not collected", (printable(wrong),))
    ids = roster.ids(by_sender)
    desk = _Desk(course, lesson, late_counts)
    for one in sorted(by_sender, key=lambda one: (ids[one], one.late, one.at, one.copy)):
        found = handed(by_sender[one], lesson)
        names = {by_hand(member.name, lesson) for member in by_sender[one]}
        named = names - {"", one.name, ids[one]}
        whose = [f"The file is named for {name}." for name in sorted(named)]
        if len(meant := roster.meant(one)) > 1:
            whose.append(f"Several in the gradebook have this name: {', '.join(meant)}.")
        elif roster and not meant:
            whose.append("The gradebook has nobody of this name.")
        did, sentences = desk.take(ids[one], found, late=one.late, at=one.at)
        yield Collected(ids[one], did, tuple(map(printable, (*whose, *sentences))))


def _sorted_out(
    file: Path, lesson: str, by_sender: dict[Sender, list[Member]], copies: dict[Path, int]
) -> str:
    """Every file of a download to its sender; a sentence where none has one.

    What one sender has in one download, or loose in one folder, is one copy; `copies` numbers them.
    """
    file.stat()  # a name alone would be a student
    own = None if file.is_dir() else sender(file.name, lesson)
    try:
        found = [of_file(file, file.name)] if own else members(file)
    except Refused as error:
        return f"{error}."
    placed = False
    for member in found:
        if not nobodys(member) and (told := own or sender(member.name, lesson)):
            who, name = told
            together = file.parent if own else file
            if by_hand(name, lesson):  # a whole copy by itself
                together = file / member.name
            who = replace(who, copy=copies[together])
            by_sender[who].append(replace(member, name=name))
            placed = True
    if placed:
        return ""
    return f"{file.name}: nobody can say whose it is; name it NAME_{lesson}.zip."


class _Desk:
    """Where copies are put, for one lesson."""

    def __init__(self, course: Course, lesson: str, late_counts: bool) -> None:
        self._course, self._lesson, self._late_counts = course, lesson, late_counts
        self._answers: dict[bytes, str] = {}
        for folder in course.submitted(lesson):
            self._remember(folder)

    def take(self, student: str, found: Handed, *, late: bool, at: str) -> tuple[str, list[str]]:
        """Put a student's copy where it belongs, and say what was done and what is to be known.

        `at` is the time that Blackboard says.
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
            sentences += self._alike(target)
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

    def _alike(self, folder: Path) -> list[str]:
        """Answers carry times to the second: two people's own are never the same."""
        digest = _answers_digest(folder, self._lesson)
        other = self._answers.get(digest, folder.parent.name)
        if not digest or other == folder.parent.name:
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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course, lesson and files."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lesson")
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a bulk download of Canvas, Moodle or Blackboard, a folder, or NAME_LESSON.zip; "
        "of two copies that have no time the one in the later FILE counts",
    )
    parser.add_argument("--late", action="store_true", help="late copies take the place of others")


def run(arguments: argparse.Namespace) -> int:
    """Collect, and say what was done; exit code 1 when there is something to look at."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    course = Course(arguments.folder.absolute())
    table = Table("student", "", "what is to be known", title=arguments.lesson)
    troubles = 0
    for one in collect(course, arguments.lesson, arguments.files, late_counts=arguments.late):
        troubles += bool(one.sentences)
        table.add_row(*map(Text, (one.student, one.did, " ".join(one.sentences))))
    Console().print(table)
    return 1 if troubles else 0
