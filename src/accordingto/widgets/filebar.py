"""A bar by which one hands in, keeps one's work in a file, and brings it from one."""

from __future__ import annotations

import base64
import binascii
from typing import Any, Protocol

import traitlets

from accordingto import in_browser
from accordingto.widgets.script import script
from accordingto.widgets.shown import Bar

WHAT = (
    "**Hand in** makes the file for your teacher: this notebook and your answers to it. "
    "**Keep my work** saves all that is yours, from every lesson, to one file. **Bring my work** "
    "reads that file, here or on another computer, and replaces nothing that you have there."
)
IN_A_BROWSER = (
    " Your work is kept by this browser alone, and goes when its data are cleared: keep it in a "
    "file at the end of every lesson."
)


class Told(Exception):
    """What was asked cannot be done; the sentence says why."""


def chosen(given: str) -> bytes:
    """The bytes of a file that a page sent as text. Raises Told where they did not come whole."""
    try:
        return base64.b64decode(given, validate=True)
    except binascii.Error:
        raise Told("The file did not come whole. Choose it again.") from None


class Packer(Protocol):
    """What is behind the bar. Each says in lines what came of it; a file is a name and its bytes.

    Raises Told where it cannot be done.
    """

    def hand_in(self, student: str) -> tuple[str, bytes, list[str]]:
        """Pack what is handed in."""

    def keep(self) -> tuple[str, bytes, list[str]]:
        """Pack all that is one's own."""

    def bring(self, data: bytes) -> list[str]:
        """Put there what was kept."""


class FileBar(Bar):
    """Two buttons, a field for a file, and lines that say what came of it."""

    _esm = script("filebar.js")

    is_browsers = traitlets.Bool().tag(sync=True)  # files are the browser's, which may lack room

    def __init__(self, packer: Packer) -> None:
        here = in_browser.is_here()
        super().__init__(WHAT + IN_A_BROWSER * here, is_browsers=here)
        self._packer = packer
        self.on_msg(self._asked)

    def __repr__(self) -> str:
        return "Hand in, keep and bring your work: run this cell, and use its buttons."

    def _asked(self, _widget: Any, content: dict[str, Any], _buffers: Any) -> None:
        """Do what was pressed; whatever else comes is no press."""
        did, given = content.get("do"), content.get("given")
        if did not in ("hand in", "keep", "bring") or not isinstance(given, str):
            return
        try:
            self.told = self._done(did, given)
        except Told as problem:
            self.told = [str(problem)]

    def _done(self, did: str, given: str) -> list[str]:
        if did == "bring":
            return self._packer.bring(chosen(given))
        packed = self._packer.keep() if did == "keep" else self._packer.hand_in(given.strip())
        name, data, lines = packed
        self.send({"name": name, "data": base64.b64encode(data).decode("ascii")})
        return lines
