"""What a lesson can do of a room: join it, and leave it. What that takes is loaded then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accordingto.exercises import AnswerStore

if TYPE_CHECKING:
    from accordingto.notebooks.room import Seat


class InRoom:
    """One who may have a seat in a teacher's room, and keeps answers in a store."""

    store: AnswerStore
    _seat: Seat | None = None

    def join(self, address: str, code: str, name: str = "") -> None:
        """Send what is saved to a teacher's room as well, from now until `leave`."""
        from accordingto.notebooks.room import take_seat

        self.leave()
        self._seat = take_seat(self.store, address, code, name)

    def leave(self) -> None:
        """Send nothing more to a room; what is answered stays on this computer."""
        if self._seat:
            self._seat.leave()
            self._seat = None
