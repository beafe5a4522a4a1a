"""Texts that a kit was handed out without, and how each comes back.

A news article is its publisher's, so a site can be made without it. Then `left-out.json` stands in
the folder of `seeds/` where the text stood. It says which text that is, and holds the readings of
it, sealed by the text: they quote most of it, and only who has the text can open them.
"""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

import msgspec
import yaml

from accordingto.content import Content

NAME = "left-out.json"
_ARTICLE, _ABOUT = "article.txt", "about.yaml"


class LeftOut(msgspec.Struct, frozen=True):
    """A text that is not here, by its folder, its title and its digest."""

    name: str
    title: str
    sha256: str
    sealed: dict[str, bytes]


def left_out(folder: Path, *, readings: bool = True) -> bytes:
    """What stands for the text in a folder of `seeds/`, as the bytes of `left-out.json`."""
    text = (folder / _ARTICLE).read_bytes()
    title = yaml.safe_load((folder / _ABOUT).read_text(encoding="utf-8"))["title"]
    others = [path for path in sorted(folder.glob("*.yaml")) if path.name != _ABOUT and readings]
    sealed = {path.name: _sealed(path.name, path.read_bytes(), text) for path in others}
    return msgspec.json.encode(LeftOut(folder.name, title, _sha256(text), sealed))


def missing(content: Content) -> list[LeftOut]:
    """The texts that were left out of a kit and have not been brought, by their names."""
    stand_ins = sorted(content.root.glob(f"seeds/*/{NAME}"))
    waiting = [path for path in stand_ins if not path.with_name(_ARTICLE).is_file()]
    return [msgspec.json.decode(path.read_bytes(), type=LeftOut) for path in waiting]


def put_back(content: Content, data: bytes) -> tuple[LeftOut, bytes] | None:
    """Put a text into the place that it was left out of, if it is the text of one.

    Mail and editors change the ends of lines, so these may differ. Returns which it was, and the
    text byte for byte; None for any other file.
    """
    plain = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").rstrip(b"\n")
    ways = {_sha256(way): way for way in (data, plain, plain + b"\n")}
    for one in missing(content):
        if text := ways.get(one.sha256):
            folder = content.root / "seeds" / one.name
            for name, sealed in one.sealed.items():
                (folder / name).write_bytes(_sealed(name, sealed, text))
            (folder / _ARTICLE).write_bytes(text)
            return one, text
    return None


def _sealed(name: str, data: bytes, text: bytes) -> bytes:
    """The data, which only the text opens: sealing what is sealed opens it."""
    stream = hashlib.shake_256(name.encode() + b"\0" + text).digest(len(data))
    return bytes(one ^ other for one, other in zip(data, stream, strict=True))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
