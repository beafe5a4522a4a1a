"""A bar by which one brings a text that the kit was handed out without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from accordingto.widgets.filebar import Told, chosen
from accordingto.widgets.script import script
from accordingto.widgets.shown import Bar


class TextBar(Bar):
    """A field for a file, and a line that says what came of it."""

    _esm = script("textbar.js")

    def __init__(self, what: str, bring: Callable[[bytes], str]) -> None:
        """`bring` takes the bytes of a file and says in a line what came of it."""
        super().__init__(what)
        self._bring = bring
        self.on_msg(self._given)

    def __repr__(self) -> str:
        return "The text of this lesson is chosen here: run this cell, and use its field."

    def _given(self, _widget: Any, content: dict[str, Any], _buffers: Any) -> None:
        """Take a file; whatever else comes is none."""
        given = content.get("given")
        if isinstance(given, str):
            try:
                self.told = [self._bring(chosen(given))]
            except Told as problem:
                self.told = [str(problem)]
