"""Which student of the course a sender is, the same from run to run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import msgspec

from accordingto.classroom.file_names import refused
from accordingto.classroom.hand_in.roster import Roster
from accordingto.classroom.hand_in.senders import Sender
from accordingto.classroom.numbers import keep_numbers, read_numbers

LONGEST = 80  # bytes of an id that is made of a name: files and folders are named by it


class People:
    """The ids of senders. Whoever the gradebook does not have gets one made of their name.

    A platform's number is one person, in every run: what it was taken for once is kept in
    `copies/people.json` of the course, which a person may mend.
    """

    def __init__(self, course: Path, lesson: str, roster: Roster) -> None:
        self._course, self._lesson, self._roster = course, lesson, roster
        self._record = read_numbers(course)
        self.shared: dict[Sender, str] = {}

    def ids(self, senders: Collection[Sender]) -> dict[Sender, str]:
        """Return an id for each sender, and keep what numbers they have.

        Where several people are of the one name that the gradebook knows, none of them is taken
        for that student; `shared` says of each whom it was not taken for.
        """
        by_number = {one: known for one in senders if (known := self._by_number(one))}
        by_name = {
            one: meant[0]
            for one in senders
            if one not in by_number and len(meant := self._roster.meant(one)) == 1
        }
        self.shared = self._several(by_name, by_number)
        ids = by_number | {one: by_name[one] for one in by_name if one not in self.shared}
        ids |= self._made_up([one for one in senders if one not in ids], ids)
        self._keep(ids)
        return ids

    def _by_number(self, sender: Sender) -> str:
        """Return the student by number, in the gradebook or as it was taken before."""
        if known := self._roster.numbered(sender.person):
            return known
        return self._record.get(self._scope(sender), {}).get(sender.number, "")

    def _several(
        self, by_name: Mapping[Sender, str], by_number: Mapping[Sender, str]
    ) -> dict[Sender, str]:
        """Return the senders of whom another one has the same student on the same platform."""
        claims: dict[tuple[str, str], set[str]] = defaultdict(set)
        for scope, numbers in self._record.items():
            for number, student in numbers.items():
                claims[scope, student].add(number)
        for one, student in (*by_name.items(), *by_number.items()):
            claims[self._scope(one), student].add(one.number)
        return {
            one: student
            for one, student in by_name.items()
            if one.number and len(claims[self._scope(one), student]) > 1
        }

    def _made_up(self, unknown: Iterable[Sender], ids: Mapping[Sender, str]) -> dict[Sender, str]:
        """Return ids made of names; of several people of one name each has the number in it."""
        people = {(one.who, id_of(one.name)) for one in unknown}
        shared = Counter(made.casefold() for _, made in people)
        taken = {student.casefold() for student in (*self._roster.ids, *ids.values())}
        taken |= {
            known.casefold() for numbers in self._record.values() for known in numbers.values()
        }
        found = {}
        for one in unknown:
            plain = id_of(one.name)
            free = shared[plain.casefold()] == 1 and plain.casefold() not in taken
            free = (free and not one.blind) or not one.number
            found[one] = plain if free else id_of(f"{one.name}-{one.number}")
        return found

    def _scope(self, sender: Sender) -> str:
        """Return where a number is one person: on a platform, or there in this lesson alone."""
        return sender.platform if sender.person else f"{sender.platform}, {self._lesson}"

    def _keep(self, ids: Mapping[Sender, str]) -> None:
        before = msgspec.json.encode(self._record)
        for one, student in ids.items():
            if one.number:
                self._record.setdefault(self._scope(one), {})[one.number] = student
        if msgspec.json.encode(self._record) != before:
            keep_numbers(self._course, self._record)


def id_of(name: str) -> str:
    """Return the name as a folder's: no slash, no dot in front, no `+`, which nbgrader splits at.

    A name that some system refuses has a word before it.
    """
    joined = re.sub(r"[^\w.@-]+", "-", unicodedata.normalize("NFC", name)).strip("-.")
    if len(whole := joined.encode()) > LONGEST:  # what is cut off still tells two people apart
        digest = hashlib.sha256(whole).hexdigest()
        return f"{whole[:LONGEST].decode(errors='ignore')}-{digest[:8]}"
    return f"student-{joined}" if refused(joined) else joined or "nameless"
