"""The front end as one script: real modules, joined by what they import.

The browser gets one self-contained module and nobody needs a bundler. `loader.js` makes modules
of the files again, each under its own name, so that an error in the browser names the right file
and line.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

_HERE = Path(__file__).parent
_IMPORT = re.compile(r'(?<= from "\./)[^"]+(?=";$)', re.MULTILINE)


def script(entry: str = "exercise.js") -> str:
    """The module `entry` with all that it imports, in one text.

    Raises ImportError where files import each other in a circle.
    """
    files: dict[str, str] = {}
    _add(files, entry)
    sent = json.dumps([*files.items()], ensure_ascii=False)
    return f"{source('loader.js')}\nexport default await load({sent});\n"


def source(name: str) -> str:
    """One file of the front end."""
    return (_HERE / name).read_text(encoding="utf-8")


def _add(files: dict[str, str], name: str, way: tuple[str, ...] = ()) -> None:
    """Add a file to those that were read, after all that it imports."""
    if name in way:
        raise ImportError(f"Modules import each other in a circle: {' → '.join([*way, name])}.")
    if name not in files:
        text = source(name)
        for other in _IMPORT.findall(text):
            _add(files, other, (*way, name))
        files[name] = text
