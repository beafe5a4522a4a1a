"""What the kit adds to the page of JupyterLite: scripts of its own, and their style."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from accordingto.widgets.script import source

_HERE = Path(__file__).parent
_PAGE = "notebooks/index.html"
_HEAD, _BODY = "</title>", "</body>"
_STYLE = "beside.css"
_SHARED = "room.js"  # of the widgets, which the scripts import


def add_beside(folder: Path, scripts: Iterable[str]) -> None:
    """Put modules into a folder of JupyterLite, and let its page begin them."""
    (folder / _SHARED).write_text(source(_SHARED), encoding="utf-8")
    for name in (_STYLE, *scripts):
        (folder / name).write_bytes((_HERE / name).read_bytes())
    page = folder / _PAGE
    told = page.read_text(encoding="utf-8")
    style = f'<link rel="stylesheet" href="../{_STYLE}">'
    begun = "".join(f'<script type="module" src="../{name}"></script>\n' for name in scripts)
    told = told.replace(_HEAD, f"{_HEAD}\n    {style}", 1).replace(_BODY, f"{begun}{_BODY}", 1)
    page.write_text(told, encoding="utf-8")
