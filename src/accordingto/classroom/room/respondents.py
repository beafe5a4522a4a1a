"""The answers of a class to one lesson, reader after reader, out of a folder as it lies there.

The folder may be a course (its `submitted/` counts), nbgrader's exchange (its `inbound/`), working
copies, answer files by people's names, hand-in zips, a platform's download, or some of each.
Nothing is run or unpacked, and of all that is read one reader's answers are held at a time.
"""

from __future__ import annotations

import os
import stat
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from accordingto.classroom.hand_in.archives import Member, Refused, members, of_file
from accordingto.classroom.hand_in.chosen_files import DEEPEST, Allowance
from accordingto.classroom.hand_in.senders import Pattern, sender
from accordingto.classroom.printable import printable
from accordingto.classroom.room.places import patterns_for, place_of
from accordingto.classroom.submissions import ANSWERS_LIMIT, Unreadable, entries_of
from accordingto.content import Content
from accordingto.exercises.entries import Entry

MOST_COPIES = 50  # of one reader that are looked into, the newest first
Person = tuple[str, str]  # the name, and a platform's number of the person


class SeveralCourses(LookupError):
    """An exchange holds more than one course."""


@dataclass(frozen=True)
class Respondent:
    """One reader's answers to the lesson, by exercise.

    The `name` tells readers apart, and is the same from run to run and from lesson to lesson; it
    is for a teacher's terminal and files, and is never projected.
    """

    name: str
    entries: Mapping[str, Entry]


@dataclass(frozen=True)
class Fault:
    """A file that does not count: its name in the folder, and why, as one may print them."""

    file: str
    sentence: str


Found = Respondent | Fault
Stamps = tuple[tuple[int, int, int], ...]
Kept = dict[Person, tuple[Stamps, list[Found]]]


class Respondents:
    """The readers of a lesson that a folder holds answers of, each once, in the order of names.

    Whenever they are gone through, files are read anew: one that is broken, too large, a link to
    elsewhere or of another lesson is given as a Fault, and costs nobody else. Of several copies of
    one reader's the newest counts that can be read: by the time of the exchange or the platform,
    else by when its answers were given. How many there are, `len`, is known before any is read.

    Who follows a folder hands in a `kept`: readers whose files have not changed since are taken
    from there. Raises FileNotFoundError where there is no such folder, SeveralCourses for a whole
    exchange, and Refused for a zip that is none.
    """

    def __init__(
        self,
        folder: Path,
        lesson: str,
        content: Content | None = None,
        kept: Kept | None = None,
    ) -> None:
        others = set((content or Content.kit()).sheets()) - {lesson}
        self._lesson, self._others, self._kept = lesson, frozenset(others), kept
        self._root = _root(folder)
        self._faults: list[Fault] = []
        self._inside: dict[str, Member] = {}  # of downloads, each of which holds a class
        self._copies: defaultdict[Person, list[tuple[str, str]]] = defaultdict(list)
        if self._root.is_dir():
            names = list(self._walk())
            patterns = patterns_for(names)
            for name in names:
                if not (name.lower().endswith(".zip") and self._is_of_a_class(name)):
                    self._put(name, name, patterns, self._root.name)
        else:
            self._put_all(members(self._root), "", self._root.stem)
        self._known = Counter(name for name, _ in self._copies)

    def __len__(self) -> int:
        return len(self._copies)

    def __iter__(self) -> Iterator[Found]:
        yield from self._faults
        for person in sorted(self._copies):
            yield from self._read(person) if self._kept is None else self._unless_kept(person)

    def _walk(self) -> Iterator[str]:
        """Yield the names of all files below the root, in order."""
        base = len(str(self._root)) + 1
        for folder, folders, files in os.walk(self._root, onerror=self._shut):
            folders.sort()
            inner = f"{folder}/"[base:].replace(os.sep, "/")
            for name in folders:
                if Path(folder, name).is_symlink():
                    self._faults.append(_fault(inner + name, "it is a link to somewhere else"))
            yield from (inner + name for name in sorted(files))

    def _shut(self, error: OSError) -> None:
        name = os.path.relpath(error.filename, self._root)
        self._faults.append(_fault(name, f"it cannot be looked into ({error.strerror})"))

    def _is_of_a_class(self, name: str) -> bool:
        """Put the files in a zip to their people, if it is a platform's download of several."""
        try:
            if not stat.S_ISREG((self._root / name).lstat().st_mode):
                return False  # a link or a pipe: said when it is read, as are the others
            found = members(self._root / name)
        except (Refused, OSError):
            return False
        patterns = patterns_for([one.name for one in found])
        told = (sender(one.name, self._lesson, patterns) for one in found)
        if not any(one and one[0].platform for one in told):
            return False
        self._put_all(found, f"{name}/", name)
        return True

    def _put_all(self, found: Sequence[Member], within: str, outer: str) -> None:
        patterns = patterns_for([one.name for one in found])
        for member in found:
            key = within + member.name
            if self._put(member.name, key, patterns, outer):
                self._inside[key] = replace(member, name=key)

    def _put(self, name: str, key: str, patterns: Sequence[Pattern], outer: str) -> bool:
        """Put a file to whose it is; return whether it is anybody's."""
        place = place_of(name, self._lesson, self._others, patterns, outer)
        if place:
            self._copies[place.who, place.number].append((place.at, key))
        return place is not None

    def _unless_kept(self, person: Person) -> Iterator[Found]:
        assert self._kept is not None
        stamps = tuple(_stamp(self._root / name) for _, name in self._copies[person])
        if person not in self._kept or self._kept[person][0] != stamps:
            self._kept[person] = stamps, list(self._read(person))
        yield from self._kept[person][1]

    def _read(self, person: Person) -> Iterator[Found]:
        """Yield what is wrong with a reader's copies, and the newest that is not."""
        name, number = person
        if number and self._known[name] > 1:
            name = f"{name}-{number}"
        copies = sorted(self._copies[person], key=itemgetter(0), reverse=True)[:MOST_COPIES]
        allowance = Allowance()
        for _, of_one_time in groupby(copies, key=itemgetter(0)):
            usable = []
            for file in (one for _, key in of_one_time for one in self._files(key, allowance)):
                if isinstance(file, Fault):
                    yield file
                    continue
                try:
                    data = allowance.read(file, ANSWERS_LIMIT)
                    usable.append(entries_of(data, self._lesson))
                except (Refused, Unreadable) as error:
                    yield _fault(file.name, str(error))
            if usable:
                yield Respondent(name, max(usable, key=_answered))
                return

    def _files(self, key: str, allowance: Allowance) -> Iterator[Member | Fault]:
        """Yield the answer files that a file is or holds."""
        member = self._inside.get(key) or of_file(self._root / key, key)
        yield from _answer_files(member, self._lesson, allowance, 0)


def _root(folder: Path) -> Path:
    """Return where in a folder the work of a class is. Raises as Respondents does."""
    folder.stat()
    here = folder.absolute()
    for name in ("submitted", "inbound"):
        if (here / name).is_dir():
            return here / name
    exchanged = sorted(here.glob("*/inbound")) if here.is_dir() else []
    if len(exchanged) > 1:
        courses = ", ".join(one.parent.name for one in exchanged)
        raise SeveralCourses(
            f"{folder} holds several courses: name the folder of one, of {courses}"
        )
    return exchanged[0] if exchanged else here


def _answer_files(
    member: Member, lesson: str, allowance: Allowance, depth: int
) -> Iterator[Member | Fault]:
    """Yield a file, or the answer files in the zip that it is, those named as the lesson first."""
    if member.suffix != ".zip":
        yield member
        return
    try:
        if depth == DEEPEST:
            raise Refused("it is a zip in a zip in a zip")
        found = [one for one in allowance.open(member) if not one.nobodys]
    except Refused as error:
        yield _fault(member.name, str(error))
        return
    named = [one for one in found if one.parts and one.parts[-1].lower() == f"{lesson}.json"]
    zips = [one for one in found if one.suffix == ".zip"]
    loose = [
        one for one in found if one.suffix == ".json" and one.parts[-2:-1] in ((), ("answers",))
    ]
    for one in named or [*loose, *zips]:
        inner = replace(one, name=f"{member.name}/{one.name}")
        yield from _answer_files(inner, lesson, allowance, depth + 1)


def _answered(entries: Mapping[str, Entry]) -> str:
    """When something was answered last; the file writes all times in one zone."""
    return max((entry.at for entry in entries.values()), default="")


def _fault(file: str, sentence: str) -> Fault:
    return Fault(printable(file), printable(sentence))


def _stamp(path: Path) -> tuple[int, int, int]:
    """Return what changes with a file, or with the zip that it is in; zeros where there is none."""
    try:
        now = path.stat()
    except NotADirectoryError:
        return _stamp(path.parent)
    except OSError:
        return 0, 0, 0
    return now.st_ino, now.st_mtime_ns, now.st_size
