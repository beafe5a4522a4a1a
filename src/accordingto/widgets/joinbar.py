"""A bar by which a student joins a teacher's room and leaves it, in a notebook."""

from __future__ import annotations

from typing import Any, Protocol

import anywidget
import traitlets

from accordingto.widgets.markdown import inline
from accordingto.widgets.script import script, source
from accordingto.widgets.shown import show

WHAT = (
    "Your answers stay on this computer until you press **Join**. Then those to this lesson are "
    "sent to the teacher’s computer: what you have answered so far, with every try and its time, "
    "and what you answer from then on, until you press **Leave**. Others in the room see at "
    "most how many chose what, or two answers without names. "
    "A name is for the teacher’s list alone."
)


class Door(Protocol):
    """What is behind the bar."""

    def join(self, address: str, code: str, name: str) -> None:
        """Try to join a room."""

    def leave(self) -> None:
        """Leave it."""


class JoinBar(anywidget.AnyWidget):
    """Three fields, two buttons, and a line that says how it stands."""

    _esm = script("joinbar.js")
    _css = source("exercise.css") + source("joinbar.css")

    address = traitlets.Unicode().tag(sync=True)
    code = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)
    what = traitlets.Unicode().tag(sync=True)
    is_in = traitlets.Bool(False).tag(sync=True)
    told = traitlets.Unicode().tag(sync=True)

    def __init__(self, door: Door, **given: str) -> None:
        super().__init__(what=str(inline(WHAT)), **given)
        self._door = door
        self.on_msg(self._asked)

    def __repr__(self) -> str:
        return self.told or "The room: not joined."

    def show(self) -> None:
        """Display it, and a line for where it cannot be drawn."""
        show(self, "widgets/joinbar.html")

    def _asked(self, _widget: Any, content: dict[str, Any], _buffers: Any) -> None:
        """Do what was pressed; whatever else comes is no press."""
        words = [content.get(name) for name in ("address", "code", "name")]
        if content.get("do") == "leave":
            self._door.leave()
        elif content.get("do") == "join" and all(isinstance(one, str) for one in words):
            self._door.join(*map(str, words))
