"""The bar of a room in a notebook: it joins and leaves for a lesson, and says how it stands."""

from __future__ import annotations

from accordingto.exercises import AnswerStore
from accordingto.notebooks.room import hub
from accordingto.notebooks.room.asking import CannotJoin
from accordingto.notebooks.room.seat import Seat, join
from accordingto.widgets.joinbar import JoinBar


class Bar:
    """A student's bar, and the seat that one has by it; with a code one has joined at once."""

    def __init__(self, store: AnswerStore, address: str, code: str, name: str) -> None:
        self._store = store
        self._seat: Seat | None = None
        self.widget = JoinBar(self, address=address or hub.address(), code=code, name=name)
        if code:
            self.join(address, code, name)

    def show(self) -> None:
        """Display it."""
        self.widget.show()

    def join(self, address: str, code: str, name: str) -> None:
        """Take a seat in the room, or say why there is none."""
        self.leave()
        try:
            self._seat = join(self._store, address, code, name, self._tell)
        except CannotJoin as problem:
            self._tell(f"Not joined: {str(problem).rstrip('.')}.")
        self.widget.is_in = self._seat is not None

    def leave(self) -> None:
        """Give the seat up, if one has it."""
        if self._seat:
            self._seat.leave()
            self._seat = None
            self.widget.is_in = False

    def _tell(self, sentence: str) -> None:
        self.widget.told = sentence
