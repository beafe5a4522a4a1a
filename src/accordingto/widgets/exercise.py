"""The widget: one anywidget draws every exercise from a description.

Its script is sent once, however many exercises a page has. Native controls carry it, because they
are named, focusable and known to screen readers; and one model means one way of saving, with an
acknowledgement.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, ClassVar

import anywidget
import traitlets
from IPython import get_ipython

from accordingto.exercises.answers import AT_WORK
from accordingto.widgets.script import script, source
from accordingto.widgets.tallies import styles

MOST_WINDOWS = 20  # of which it is remembered what came from them last


class FrontEnd(anywidget.AnyWidget):
    """The script and the style sheet, sent to the page once: exercises ask this model to draw.

    `running` tells a page whose messages wait for the end of a cell that the kernel is only busy.
    """

    _esm = script()
    _css = source("exercise.css") + styles()

    running = traitlets.Bool(False).tag(sync=True)

    _current: ClassVar[FrontEnd | None] = None

    def __init__(self) -> None:
        shell = get_ipython()
        super().__init__(running=shell is not None)
        self._texts: dict[str, str] = {}
        self._sent: set[str] = set()
        self.on_msg(self._asked)
        if shell:
            shell.events.register("pre_run_cell", lambda _: self.set_trait("running", True))
            shell.events.register("post_run_cell", lambda _: self.set_trait("running", False))

    @classmethod
    def current(cls) -> FrontEnd:
        """The one of this kernel; a new one where `Widget.close_all` has closed the last."""
        if cls._current is None or cls._current.comm is None:
            cls._current = cls()
        return cls._current

    def open(self) -> None:
        """Say to the page that the front end is there."""
        super().open()
        _answer_beside_cells(self.comm)

    def hold(self, text: str) -> str:
        """Have a text ready for pages that ask for it; the name by which they do.

        It goes beside the description of the widget, which Jupyter and tools may write into the
        notebook: an article that is another's would then be published with it.
        """
        name = hashlib.sha256(text.encode()).hexdigest()[:16]
        self._texts[name] = text
        return name

    def carry(self, text: str) -> str:
        """Send a text that exercises show from the first, once; its name."""
        name = self.hold(text)
        if name not in self._sent:
            self._sent.add(name)
            self._send_text(name)
        return name

    def _asked(self, _widget: Any, content: dict[str, Any], _buffers: Any) -> None:
        """A page that was opened later asks for what the first one was sent."""
        if (name := content.get("text")) in self._texts:
            self._send_text(str(name))

    def _send_text(self, name: str) -> None:
        self.send({"name": name, "text": self._texts[name]})


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise on the screen; what is done in it is handed to a callable.

    All that is shown comes from the kernel: the page changes nothing here, and sends messages. One
    has `window`, the name of who sends, `number`, which counts there, and what was done (see
    `exercises.edits`). `on_message` is to do it, and says whether it is on the disk: then `taken`
    acknowledges it, by window, and else `refused` names it. A message that comes twice is done
    once. What is set meanwhile goes to the page in one piece. `text` is the page to read beside it,
    which some controls also show to be marked.
    """

    _esm = source("door.js")

    front_end = anywidget.WidgetTrait().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)  # its name: see FrontEnd.carry
    shape = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    version = traitlets.Unicode("").tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    taken = traitlets.Dict().tag(sync=True)
    refused = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self, *, on_message: Callable[[dict[str, Any]], bool], text: str = "", **traits: Any
    ) -> None:
        front_end = FrontEnd.current()
        kept = front_end.carry if shows_text(traits["shape"]) else front_end.hold
        super().__init__(front_end=front_end, text=kept(text) if text else "", **traits)
        self._on_message = on_message
        self.on_msg(self._told)

    def __repr__(self) -> str:
        return f"Exercise {self.shape['id']}"

    def open(self) -> None:
        """Say to the page that the widget is there."""
        super().open()
        _answer_beside_cells(self.comm)

    def send_state(self, key: Any = None) -> None:
        """Send what has changed, or all, to the page."""
        super().send_state(key)
        _answer_beside_cells(self.comm)

    def _told(self, _widget: Any, content: dict[str, Any], _buffers: Any) -> None:
        with AT_WORK, self.hold_sync():
            window, number = str(content["window"]), int(content["number"])
            if number <= self.taken.get(window, 0):
                self.send_state("taken")
            elif self._on_message(content):
                others = [(name, last) for name, last in self.taken.items() if name != window]
                self.taken = dict([*others[1 - MOST_WINDOWS :], (window, number)])
            else:
                self.refused = f"{window}.{number}"


def shows_text(shape: dict[str, Any]) -> bool:
    """Whether a control of this shape shows the text itself, to be marked."""
    return any("paragraphs" in part for part in shape["parts"])


def _answer_beside_cells(comm: Any) -> None:
    """Let what the page sends next be taken at once, also while a cell runs.

    ipykernel from 7.4 on takes the answer to a message in the thread that sent it, which for a new
    widget is that of the cells. The page asks for another thread, and is to have it.
    """
    if comm is not None:
        vars(comm).pop("_reply_subshell_id", None)
