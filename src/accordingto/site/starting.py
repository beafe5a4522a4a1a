"""The module by which JupyterLite's kernel begins Python: where its making stopped."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from pathlib import Path

from accordingto.site.ready import ARCHIVES

START = "start.mjs"
_HERE = Path(__file__).parent
_UNPACK = "unpack.mjs"


def add_start(python: Path) -> None:
    """Put it into a folder of Pyodide, with the digests of the archives that lie there."""
    digests = {name: digest(python / name) for name in ARCHIVES}
    head = f"const DIGESTS = {json.dumps(digests)};\n"
    ours = (_HERE / START).read_text(encoding="utf-8")
    (python / START).write_text(head + ours, encoding="utf-8")
    (python / _UNPACK).write_bytes((_HERE / _UNPACK).read_bytes())


def digest(path: Path) -> str:
    """As a browser takes it, which loads no file of another digest."""
    return f"sha256-{b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()}"
