"""Readers of formats: each makes blocks of a file's bytes, by a library kept for its format.

One format is one module. Nothing here decides what a block of plain text is; `parts` does.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from accordingto.pages.blocks import Incoming, NotAPage

_BY_NAME = {
    ".txt": "plain",
    ".text": "plain",
    ".eml": "mail",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
_BY_FIRST_BYTES = {b"%PDF-": "pdf", b"PK\x03\x04": "docx"}


def read_in(data: bytes, name: str) -> Incoming:
    """Return the blocks of a file, by its name's end or its first bytes; "-" is plain text.

    Raises NotAPage, in one sentence, for a format that is not read or a file that is broken.
    """
    ending = PurePath(name).suffix.lower()
    module = next((kind for first, kind in _BY_FIRST_BYTES.items() if data.startswith(first)), None)
    if data.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        module = "html"
    module = module or _BY_NAME.get(ending)
    if module is None:
        if ending and name != "-":
            known = ", ".join(dict.fromkeys(_BY_NAME))
            raise NotAPage(f"{name}: files that end in {ending} are not read; these are: {known}")
        module = "plain"
    reader: Callable[[bytes, str], Incoming] = import_module(f"{__name__}.{module}").blocks
    return reader(data, name)
