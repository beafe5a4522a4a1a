"""A service worker that keeps the lessons usable without a network, beside JupyterLite's own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from accordingto.site.ready import ARCHIVES
from accordingto.site.starting import digest

_HERE = Path(__file__).parent
_KEPT = ("python/*", "files/*", "api/contents/*.json")
_PAGE = "notebooks/index.html"
_HEAD = "</title>"


def keep_offline(folder: Path) -> None:
    """Put into a folder of JupyterLite what keeps it at hand once it was opened.

    The name of the cache is made of all that is in the folder, so that another making of the
    site is fetched whole, and no two are ever mixed.
    """
    found = sorted(path for pattern in _KEPT for path in folder.glob(pattern) if path.is_file())
    files = [path.relative_to(folder).as_posix() for path in found if path.name not in ARCHIVES]
    packed = [path for path in found if path.name in ARCHIVES]
    archives = [f"{path.relative_to(folder).as_posix()}?{digest(path)}" for path in packed]
    told = {"KEPT": _name(folder), "FILES": files, "ARCHIVES": archives}
    head = "".join(f"const {name} = {json.dumps(what)};\n" for name, what in told.items())
    worker = folder / "service-worker.js"
    (folder / "keep.js").write_bytes((_HERE / "keep.js").read_bytes())
    page = folder / _PAGE
    script = '<script src="../keep.js"></script>'
    text = page.read_text(encoding="utf-8").replace(_HEAD, f"{_HEAD}\n    {script}", 1)
    page.write_text(text, encoding="utf-8")
    ours = (_HERE / "offline.js").read_text(encoding="utf-8")
    worker.write_text(f"{head}{ours}\n{worker.read_text(encoding='utf-8')}", encoding="utf-8")


def _name(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return f"according-to-{whole.hexdigest()[:16]}"
