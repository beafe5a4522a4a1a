"""Which student of the gradebook is meant by a name or a number."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from accordingto.classroom.book.scores import Student
from accordingto.classroom.hand_in.senders import Sender


class Roster:
    """The students of a course."""

    def __init__(self, students: Iterable[Student]) -> None:
        self.ids: set[str] = set()
        self._by: dict[str, set[str]] = defaultdict(set)
        self._numbers: dict[str, set[str]] = defaultdict(set)
        for student in students:
            self.ids.add(student.id)
            self._numbers[student.lms_user_id].add(student.id)
            for name in (
                student.id,
                student.email,
                student.first_name + student.last_name,
                student.last_name + student.first_name,
            ):
                self._by[squeezed(name)].add(student.id)
        self._by.pop("", None)  # nobody's name: an address that is not known, or signs alone

    def __bool__(self) -> bool:
        return bool(self.ids)

    def numbered(self, number: str) -> str:
        """Return the student whose number on the platform this is; empty where it is nobody's."""
        found = self._numbers.get(number, set()) if number else set()
        return next(iter(found)) if len(found) == 1 else ""

    def named(self, name: str) -> set[str]:
        """Return the students of this name, whatever its accents, capitals and signs."""
        return self.ids & {name} or self._by.get(squeezed(name), set())

    def meant(self, sender: Sender) -> list[str]:
        """Return the students who can be meant: one, several of one name, or none."""
        found = [self._numbers.get(sender.person, set()) if sender.person else set()]
        found += [self.named(name) for name in (*_longer(sender.number), sender.name)]
        return sorted(min(filter(None, found), key=len, default=()))


def _longer(number: str) -> list[str]:
    """Return the usernames that may end what Blackboard wrote, the longest first."""
    parts = number.split("_")
    return ["_".join(parts[start:]) for start in range(1, len(parts))]


def squeezed(name: str) -> str:
    """Return letters and digits only, small and without accents, as Canvas writes a name."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in plain if sign.isalnum())
