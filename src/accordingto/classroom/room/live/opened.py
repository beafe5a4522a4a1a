"""A room that is open: who is in it, what the teacher has set, and what is drawn of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from accordingto.classroom.room.class_reading import ClassReading
from accordingto.classroom.room.live.guards import Guards
from accordingto.classroom.room.live.hub import Hub
from accordingto.classroom.room.live.members import Member, Members
from accordingto.classroom.room.live.two import Two
from accordingto.classroom.room.live.votes import Votes, has_voted, votes_of
from accordingto.classroom.room.page import ClassPage
from accordingto.exercises import Sheet


@dataclass
class Room:
    """A room that is open: its members, its guards, and what the teacher has set."""

    sheet: Sheet
    members: Members
    address: str  # where students join
    hub: Hub | None = None  # that says who somebody is
    guards: Guards = field(default_factory=Guards)
    key: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    closed: set[str] = field(default_factory=set)
    held: bool = True
    two: Two | None = None
    _counted: tuple[int, dict[str, Votes]] = (-1, {})
    _drawn: tuple[tuple[int, bool], ClassPage] | None = None

    def page(self) -> ClassPage:
        """The page of the class as it is; drawn anew only where something has changed."""
        now = (self.members.version, self.held)
        if self._drawn is None or self._drawn[0] != now:
            whole = ClassReading(self.sheet)
            whole.take(self.members)
            self._drawn = now, ClassPage.of(whole, held=self.held)
        page = self._drawn[1]
        return page.under(self.two.html(), self.two.key) if self.two else page

    def votes(self, member: Member) -> dict[str, Votes]:
        """What a member may know of the votes: once the reveal is given, where they have voted."""
        if self.held:
            return {}
        if self._counted[0] != (now := self.members.version):
            self._counted = now, votes_of(self.sheet, self.members)
        return {
            name: votes
            for name, votes in self._counted[1].items()
            if has_voted(member.entries, name)
        }

    @property
    def open_exercises(self) -> list[str]:
        """Those that are not closed."""
        return [name for name in self.sheet.questions if name not in self.closed]
