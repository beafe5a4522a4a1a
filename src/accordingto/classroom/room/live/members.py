"""Who is in a room, and what they sent: answer files like everybody's, in a folder a member.

A room that is opened again in the same folder knows its members, so that nobody who has joined has
to do it again. Of what lets a member in only a digest is kept.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import msgspec

from accordingto.classroom.room.respondents import Respondent
from accordingto.exercises import AnswerError, Entry, Sheet
from accordingto.exercises.answers import AnswerFile, read_answers
from accordingto.exercises.disk import write_whole

MOST = 500  # members: more than any room has
MOST_ATTEMPTS = 1_000  # of one entry
LONGEST = 40  # letters of a name
SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another
FILE = ".room.json"  # hidden, and so nobody’s answers


class RoomFull(Exception):
    """As many have joined as a room takes."""


class NameTaken(ValueError):
    """Another member has this name."""


class NotFitting(ValueError):
    """What was sent is no answer to the room's lesson; the sentence says why."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A member as the room's file has it: a name chosen in the room, or none."""

    id: str
    name: str
    digest: str


class RoomFile(msgspec.Struct, frozen=True, kw_only=True):
    """What a room knows of itself."""

    lesson: str
    code: str
    members: tuple[Known, ...] = ()


@dataclass
class Member:
    """One who is in the room, and all that came from them."""

    known: Known
    entries: dict[str, Entry] = field(default_factory=dict)


class Members:
    """The members of a room. `version` grows with every change that was kept."""

    def __init__(self, folder: Path, sheet: Sheet) -> None:
        """Raises ValueError for a folder that is another lesson's room, or a broken one."""
        self._folder, self._sheet, self._lock = folder, sheet, Lock()
        self.version = 0
        path = folder / FILE
        try:
            known = msgspec.json.decode(path.read_bytes(), type=RoomFile)
        except FileNotFoundError:
            known = RoomFile(lesson=sheet.lesson, code=fresh_code())
        except ValueError as error:
            raise ValueError(f"{path} is broken: {error}") from None
        if known.lesson != sheet.lesson:
            raise ValueError(f"{folder} is a room of {known.lesson}: name another folder")
        self.code = known.code
        self._by_digest = {one.digest: Member(one, self._kept(one)) for one in known.members}
        self._write()

    def __iter__(self) -> Iterator[Respondent]:
        for member in list(self._by_digest.values()):
            yield Respondent(member.known.id, dict(member.entries))

    def __len__(self) -> int:
        return len(self._by_digest)

    @property
    def names(self) -> list[str]:
        """The names that were chosen, for the teacher alone."""
        return [member.known.name or member.known.id for member in self._by_digest.values()]

    def join(self, name: str, before: str = "") -> str:
        """Take somebody in, and return what lets them send.

        Who has a seat from `before` keeps it. Raises RoomFull, and NameTaken for another's name.
        """
        shown = " ".join(name.split())[:LONGEST]
        with self._lock:
            member = self.of(before)
            self._check_name(shown, member)
            if member:
                member.known = msgspec.structs.replace(member.known, name=shown)
            elif len(self._by_digest) >= MOST:
                raise RoomFull
            else:
                before = secrets.token_urlsafe(24)
                known = Known(id=f"reader-{len(self) + 1:03}", name=shown, digest=_digest(before))
                self._by_digest[known.digest] = Member(known)
            self._write()
        return before

    def seat_of(self, user: str) -> str:
        """A new seat for a user of a hub, who is one reader however often they join.

        Raises RoomFull.
        """
        for digest, member in list(self._by_digest.items()):
            if member.known.name == user:
                return self._moved(digest)
        return self.join(user)

    def _moved(self, old: str) -> str:
        token = secrets.token_urlsafe(24)
        with self._lock:
            self._by_digest = {
                _digest(token) if digest == old else digest: member
                for digest, member in self._by_digest.items()
            }
            member = self._by_digest[_digest(token)]
            member.known = msgspec.structs.replace(member.known, digest=_digest(token))
            self._write()
        return token

    def of(self, token: str) -> Member | None:
        """The member whom this lets in; None for nobody."""
        return self._by_digest.get(_digest(token))

    def keep(self, member: Member, sent: Mapping[str, Entry]) -> None:
        """Keep what a member sent, whole; what was sent before and is the same changes nothing.

        Raises NotFitting where one of the entries is no answer to the lesson; then none is kept.
        """
        for exercise, entry in sent.items():
            self._check(exercise, entry)
        with self._lock:
            entries = {**member.entries, **sent}
            if entries == member.entries:
                return
            file = AnswerFile(notebook=self._sheet.lesson, exercises=entries)
            write_whole(self._path(member.known), msgspec.json.encode(file))
            member.entries = entries
            self.version += 1

    def _check_name(self, name: str, member: Member | None) -> None:
        others = (one.known for one in self._by_digest.values() if one is not member)
        if name.casefold() in {
            one for known in others for one in (known.name.casefold(), known.id)
        } - {""}:
            raise NameTaken

    def _check(self, exercise: str, entry: Entry) -> None:
        if exercise not in self._sheet.questions:
            raise NotFitting(f"{self._sheet.lesson} has no exercise {exercise!r}")
        if len(entry.attempts) > MOST_ATTEMPTS:
            raise NotFitting(f"exercise {exercise}: more attempts than anybody makes")
        try:
            self._sheet[exercise].answer(entry.answer)
        except AnswerError as error:
            raise NotFitting(str(error)) from None

    def _kept(self, known: Known) -> dict[str, Entry]:
        with suppress(OSError, ValueError):
            return dict(read_answers(self._path(known).read_bytes()).exercises)
        return {}

    def _path(self, known: Known) -> Path:
        return self._folder / known.id / f"{self._sheet.lesson}.json"

    def _write(self) -> None:
        known = tuple(member.known for member in self._by_digest.values())
        file = RoomFile(lesson=self._sheet.lesson, code=self.code, members=known)
        write_whole(self._folder / FILE, msgspec.json.format(msgspec.json.encode(file), indent=1))


def fresh_code() -> str:
    """A code of the day: six signs that can be read from a wall."""
    return "".join(secrets.choice(SIGNS) for _ in range(6))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
