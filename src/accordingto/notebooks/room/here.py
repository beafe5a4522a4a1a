"""What a lesson can do of a room: join it, and leave it. What that takes is loaded then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accordingto import in_browser
from accordingto.exercises import AnswerStore

if TYPE_CHECKING:
    from accordingto.notebooks.room.bar import Bar

NO_ROOM = (
    "A room cannot be joined from here, because this page runs in your browser alone. An installed "
    "kit can join one. Your answers are kept as ever, and can be handed in."
)


class InRoom:
    """One who may have a seat in a teacher's room, and keeps answers in a store."""

    store: AnswerStore
    _bar: Bar | None = None

    def join(self, address: str = "", code: str = "", name: str = "") -> None:
        """Show the bar by which one joins a teacher's room, and leaves it.

        With an address and a code one has joined at once. From then until `leave` what is saved
        is sent to the teacher's computer as well.
        """
        if in_browser.is_here():
            print(NO_ROOM)
            return
        from accordingto.notebooks.room.bar import Bar

        self.leave()
        self._bar = Bar(self.store, address, code, name)
        self._bar.show()

    def leave(self) -> None:
        """Send nothing more to a room; what is answered stays on this computer."""
        if self._bar:
            self._bar.leave()
            self._bar = None
