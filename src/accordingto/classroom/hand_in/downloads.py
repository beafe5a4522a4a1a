"""The files of downloads, sorted by who handed them in; a sentence for each that is nobody's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from accordingto.classroom.hand_in.archives import Member, Refused, members, of_file
from accordingto.classroom.hand_in.roster import Roster
from accordingto.classroom.hand_in.senders import Pattern, Sender, by_hand, ranked, sender


@dataclass
class Downloads:
    """All that came in for a lesson; `unplaced` says of each file that is nobody's why."""

    lesson: str
    roster: Roster
    own: tuple[Pattern, ...] = ()
    by_sender: dict[Sender, list[Member]] = field(default_factory=lambda: defaultdict(list))
    unplaced: list[str] = field(default_factory=list)
    _copies: dict[object, int] = field(
        default_factory=lambda: defaultdict(count().__next__), repr=False
    )

    def add(self, files: Iterable[Path]) -> None:
        """Sort files and folders of the disk.

        What one sender has in one download, or loose in one folder, is one copy. Raises OSError
        for a file that is not there, before any is sorted.
        """
        all_ = list(dict.fromkeys(files))
        for file in all_:
            file.stat()  # a name alone would be a student
        loose = [file.name for file in all_ if not file.is_dir()]
        patterns = ranked(loose, self.own)
        for file in all_:
            told = None if file.is_dir() else sender(file.name, self.lesson, patterns)
            if told:
                self._place(of_file(file, file.name), *told, together=file.parent)
            else:
                self._open(file)

    def _open(self, file: Path) -> None:
        try:
            found = members(file)
        except Refused as error:
            self.unplaced.append(f"{error}.")
            return
        patterns = ranked([one.name for one in found if not one.nobodys], self.own)
        rest, placed = [], False
        for member in found:
            if told := sender(member.name, self.lesson, patterns) or self._in_named_folder(member):
                self._place(member, *told, together=file)
                placed = True
            elif not member.nobodys:
                rest.append(member)
        self._leave(file, rest, placed=placed)

    def _in_named_folder(self, member: Member) -> tuple[Sender, str] | None:
        """Return whom a folder is named for, where the gradebook has exactly one of that name."""
        for at, folder in enumerate(() if member.nobodys else member.parts[:-1]):
            named = Sender(name=folder)
            if len(self.roster.meant(named)) == 1:
                return named, "/".join(member.parts[at + 1 :])
        return None

    def _place(self, member: Member, who: Sender, name: str, *, together: Path) -> None:
        if who.platform == "Moodle" and not who.number:
            self.unplaced.append(
                f"{member.name}: Moodle writes no name of whoever is in no group; "
                f"ask for it again as NAME_{self.lesson}.zip."
            )
            return
        whole = by_hand(name, self.lesson)  # a copy by itself
        copy = self._copies[together / member.name if whole else together]
        self.by_sender[replace(who, copy=copy)].append(replace(member, name=name))

    def _leave(self, file: Path, rest: Sequence[Member], *, placed: bool) -> None:
        """Say that files are nobody's: of one student's copy once, of a class' file by file."""
        hint = f"nobody can say whose it is; name it NAME_{self.lesson}.zip."
        notebooks = sum(member.suffix == ".ipynb" for member in rest)
        zips = any(member.suffix == ".zip" for member in rest)
        if not placed and notebooks < 2 and not zips:
            self.unplaced.append(f"{file.name}: {hint}")
        else:
            self.unplaced += [f"{file.name}, {member.name}: {hint}" for member in rest]
