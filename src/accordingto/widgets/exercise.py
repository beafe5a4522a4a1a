"""The widget: one anywidget draws every exercise from a description.

Its script is put together here from small files, so that the browser gets one self-contained
module and nobody needs a bundler; it is sent once, however many exercises a page has. Native
controls carry it, because they are named, focusable and known to screen readers; and one model
means one way of saving, with an acknowledgement.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

_HERE = Path(__file__).parent
SCRIPTS = (
    "dom.js",
    "kept.js",
    "offers.js",
    "saving.js",
    "controls.js",
    "fields.js",
    "offsets.js",
    "history.js",
    "marktext.js",
    "markcursor.js",
    "marklist.js",
    "marktools.js",
    "records.js",
    "marks.js",
    "board.js",
    "cards.js",
    "tuner.js",
    "feedback.js",
    "frame.js",
    "exercise.js",
)


def script() -> str:
    """The front end as one module."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)


class FrontEnd(anywidget.AnyWidget):
    """The script and the style sheet, sent to the page once: exercises ask this model to draw."""

    _esm = script()
    _css = (_HERE / "exercise.css").read_text(encoding="utf-8")

    _current: ClassVar[FrontEnd | None] = None

    @classmethod
    def current(cls) -> FrontEnd:
        """The one of this kernel; a new one where `Widget.close_all` has closed the last."""
        if cls._current is None or cls._current.comm is None:
            cls._current = cls()
        return cls._current


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise on the screen; what is done in it is handed to two callables.

    `on_change(answer)` is to keep the answer: once it returns, the front end is told so. What it
    raises leaves the answer unacknowledged, and the front end says that it is not saved.
    `on_action(name)` follows a button.
    """

    _esm = (_HERE / "door.js").read_text(encoding="utf-8")

    front_end = anywidget.WidgetTrait().tag(sync=True)
    shape = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    rev = traitlets.Int(0).tag(sync=True)
    saved_rev = traitlets.Int(0).tag(sync=True)

    def __init__(
        self,
        *,
        on_change: Callable[[dict[str, Any]], None],
        on_action: Callable[[str], None],
        **traits: Any,
    ) -> None:
        super().__init__(front_end=FrontEnd.current(), **traits)
        self._on_change, self._on_action = on_change, on_action
        self._lock = threading.Lock()  # callbacks come on a thread beside a running cell
        self.observe(self._revised, names="rev")
        self.on_msg(self._told)

    def __repr__(self) -> str:
        return f"Exercise {self.shape['id']}"

    def _revised(self, change: Any) -> None:
        with self._lock:
            revision = change["new"]
            if revision > self.saved_rev:
                self._on_change(dict(self.answer))
                self.saved_rev = revision

    def _told(self, _widget: Any, content: dict[str, Any], _buffers: Any) -> None:
        with self._lock:
            self._on_action(str(content.get("do")))
