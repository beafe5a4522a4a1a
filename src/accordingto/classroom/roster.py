"""Which student of the gradebook a platform means by a name or a number."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from accordingto.classroom.layouts import Sender

LONGEST = 80  # bytes of an id that is made of a name: files and folders are named by it


@dataclass(frozen=True)
class Student:
    """A student as the gradebook has them; what it does not know is empty."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""


class Roster:
    """The students of a course. Whoever is not in it gets an id made of their name."""

    def __init__(self, students: Iterable[Student]) -> None:
        self._ids: set[str] = set()
        self._by: dict[str, set[str]] = defaultdict(set)
        self._people: dict[str, set[str]] = defaultdict(set)
        for student in students:
            self._ids.add(student.id)
            self._people[student.lms_user_id].add(student.id)
            for name in (
                student.id,
                student.email,
                student.first_name + student.last_name,
                student.last_name + student.first_name,
            ):
                self._by[_squeezed(name)].add(student.id)
        self._by.pop("", None)  # nobody's name: an address that is not known, or signs alone

    def __bool__(self) -> bool:
        return bool(self._ids)

    def meant(self, sender: Sender) -> list[str]:
        """The ids of the students who can be meant: of one, of several of one name, or of none."""
        found = [self._people.get(sender.person, set()) if sender.person else set()]
        for name in (*_longer(sender.number), sender.name):
            found += [self._ids & {name}, self._by.get(_squeezed(name), set())]
        return sorted(min(filter(None, found), key=len, default=()))

    def ids(self, senders: Collection[Sender]) -> dict[Sender, str]:
        """An id for each; two people of one name who are in no list are told apart by number."""
        ids = {one: meant[0] for one in senders if len(meant := self.meant(one)) == 1}
        unknown = [one for one in senders if one not in ids]
        people = {(one.name, one.number) for one in unknown}
        shared = Counter(_as_id(name) for name, _ in people)
        for one in unknown:
            alone = shared[_as_id(one.name)] == 1
            ids[one] = _as_id(one.name if alone else f"{one.name}-{one.number}")
        return ids


def _longer(number: str) -> list[str]:
    """The usernames that may end what Blackboard wrote, the longest first."""
    parts = number.split("_")
    return ["_".join(parts[start:]) for start in range(1, len(parts))]


def _squeezed(name: str) -> str:
    """Letters and digits only, small and without accents, as Canvas writes a name."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def _as_id(name: str) -> str:
    """A name that can be a folder's: no slash, no leading dot, no `+`, which nbgrader splits at."""
    joined = re.sub(r"[^\w.@-]+", "-", unicodedata.normalize("NFC", name)).strip("-.")
    if len(whole := joined.encode()) > LONGEST:  # what is cut off still tells two people apart
        digest = hashlib.sha256(whole).hexdigest()
        return f"{whole[:LONGEST].decode(errors='ignore')}-{digest[:8]}"
    return joined or "nameless"
