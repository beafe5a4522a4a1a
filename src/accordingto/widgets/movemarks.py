"""A sentence with two quotation marks to move, in a notebook."""

from __future__ import annotations

from collections.abc import Callable

import anywidget
import traitlets

from accordingto.widgets.script import script, source
from accordingto.widgets.shown import show

Tell = Callable[[int, int], dict[str, str]]


class MovedMarks(anywidget.AnyWidget):
    """Marks around the words from `first` up to `last`, and what `tell` says follows from that."""

    _esm = script("movemarks.js")
    _css = source("movemarks.css")

    words = traitlets.List(traitlets.Unicode()).tag(sync=True)
    speaker = traitlets.Unicode().tag(sync=True)
    first = traitlets.Int(0).tag(sync=True)
    last = traitlets.Int(0).tag(sync=True)
    said: traitlets.List[list[str]] = traitlets.List().tag(sync=True)  # pairs: name, what is said

    def __init__(self, words: list[str], speaker: str, tell: Tell) -> None:
        super().__init__(words=words, speaker=speaker, last=len(words))
        self._tell = tell
        self.observe(self._moved, names=["first", "last"])
        self._moved()

    def __repr__(self) -> str:
        return "; ".join(
            f"{name}: {what}" for name, what in self._tell(self.first, self.last).items()
        )

    def show(self) -> None:
        """Display it, and what it says for where it cannot be drawn."""
        show(self, "widgets/movemarks.html", said=self._tell(self.first, self.last))

    def _moved(self, _: object = None) -> None:
        said = self._tell(self.first, self.last)
        self.said = [[name, what] for name, what in said.items() if name != "The sentence"]
