"""Every word in a folder of files, those inside archives too, for tests that look for what leaks.

A text stands in a folder in many ways: marked up, escaped, cut into lines of JSON. So what is
compared are its words, one after the other.
"""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> str:
    """The words of a text with one blank before and after each; nothing else of it."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def texts(data: Any) -> Iterator[str]:
    """Every text within plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(key)
            yield from texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts(value)


def found(looked_for: Iterable[str], given: dict[str, str]) -> list[tuple[str, str]]:
    """Which of these texts stand in which file; each is looked for where its longest word is."""
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for text in looked_for:
        by_word[max(words(text).split(), key=len)].append(text)
    return [
        (text, name)
        for name, said in given.items()
        for word in by_word.keys() & set(said.split())
        for text in by_word[word]
        if words(text) in said
    ]


def unpacked(folder: Path) -> dict[str, str]:
    """The words of every file in a folder, by its name; of an archive those of its members."""
    return {
        name: words(_text(name, data))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for name, data in _members(path.relative_to(folder).as_posix(), path.read_bytes())
    }


def _members(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    yield name, data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _members(f"{name}/{member}", archive.read(member))


def _text(name: str, data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    if name.endswith((".json", ".ipynb")):
        return "\n".join(texts(json.loads(text)))
    return html.unescape(re.sub(r"<[^<>]*>", "", text)) if name.endswith(".html") else text
