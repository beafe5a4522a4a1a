"""Whether a page can draw exercises: asked of it by drawing the smallest one."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import anywidget
from IPython.display import display

from accordingto.templates import rendered
from accordingto.widgets.script import source
from accordingto.widgets.static import ASK_WHOM, NO_FACE

PATIENCE_SECONDS = 8
DRAWN = "✓ This page can draw exercises."
NOT_DRAWN = (
    f"✗ This page has drawn nothing in {PATIENCE_SECONDS} seconds. If this line does not change, "
    f"exercises do not appear: {NO_FACE}. Python runs in {{prefix}}. {ASK_WHOM}."
)


class Probe(anywidget.AnyWidget):
    """An empty widget; its outcome is written into a separate line, which is empty at first.

    A browser's answer comes once the cell has ended. Where a tool runs the notebook and no page
    shows it, there is nothing to wait for, and the line stays empty.
    """

    _esm = source("probe.js")

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        super().__init__()
        self._line: Any = None
        self._patience = patience
        self._timer: asyncio.TimerHandle | None = None
        self.on_msg(self._answered)

    def __repr__(self) -> str:
        return ""

    def show(self, *, is_seen: bool = True) -> None:
        """Display the widget and the line, which hides what a page shows of a dead one.

        Unless the notebook `is_seen`, nothing is ever said of the page.
        """
        display(self)
        self._line = display(_line(""), raw=True, display_id=True)
        if is_seen:
            # The kernel's own loop, and no thread, which a browser does not have.
            said = NOT_DRAWN.format(prefix=sys.prefix)
            self._timer = asyncio.get_running_loop().call_later(self._patience, self._say, said)

    def _answered(self, *_message: Any) -> None:
        if self._timer:
            self._timer.cancel()
        self._say(DRAWN)

    def _say(self, sentence: str) -> None:
        self._line.update(_line(sentence), raw=True)


def _line(sentence: str) -> dict[str, str]:
    html = rendered("widgets/probe.html", sentence=sentence)
    return {"text/html": html, "text/plain": sentence}
