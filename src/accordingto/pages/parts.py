"""Which lines of a page are its article, and what the others are: bylines, captions and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec
import yaml

from accordingto.pages.blocks import Block, Kind

_PARTS = Path(__file__).with_name("parts.yaml")
_LONGEST_LINE = 400  # code points; what is longer is a paragraph, whatever it begins with
_HEADLINE = 140


class _Part(msgspec.Struct, forbid_unknown_fields=True):
    kind: Kind
    patterns: str  # one a line


class _Parts(msgspec.Struct, forbid_unknown_fields=True):
    whole: list[_Part]
    opening: list[_Part]


def named(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give each plain line its kind, and part a dateline from its paragraph, in order."""
    begun = False
    for block in blocks:
        if block.kind != "paragraph":
            yield block
        elif kind := _kind_of_line(block.text):
            yield Block(kind, block.text)
        elif not begun and _is_headline(block.text):
            yield Block("headline", block.text)
        else:
            yield from _opened(block.text)
            begun = True


def _kind_of_line(text: str) -> Kind | None:
    if len(text) > _LONGEST_LINE:
        return None
    return next((kind for kind, pattern in _patterns("whole") if pattern.fullmatch(text)), None)


def _is_headline(text: str) -> bool:
    """Whether a line before all paragraphs is a headline: short, and no full sentence's end."""
    return len(text) <= _HEADLINE and not re.search(r"[.!?…:;,][”’\"')]*$", text)


def _opened(text: str) -> Iterator[Block]:
    for kind, pattern in _patterns("opening"):
        if found := pattern.match(text):
            yield Block(kind, found[0].strip())
            text = text[found.end() :]
    yield Block("paragraph", text)


@cache
def _patterns(where: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    parts = msgspec.convert(yaml.safe_load(_PARTS.read_text(encoding="utf-8")), _Parts)
    listed = parts.whole if where == "whole" else parts.opening
    return tuple(
        (part.kind, re.compile(pattern, re.IGNORECASE))
        for part in listed
        for pattern in part.patterns.splitlines()
    )
