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
_END = re.compile(r"[.!?…:;,][”’\"')]*$")
_SENTENCE_END = re.compile(r"[.…:;,][”’\"')]*$")
_SIGNS: tuple[Kind, ...] = ("byline", "date")


class _Part(msgspec.Struct, forbid_unknown_fields=True):
    kind: Kind
    patterns: str  # one a line


class _Parts(msgspec.Struct, forbid_unknown_fields=True):
    whole: list[_Part]
    opening: list[_Part]


def named(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give each plain line its kind, and part a dateline from its paragraph, in order."""
    lines = [(block.text, _kind_of_line(block)) for block in blocks]
    is_signed = len(lines) > 1 and lines[1][1] in _SIGNS
    begun = False
    for index, (text, kind) in enumerate(lines):
        if kind:
            yield Block(kind, text)
        elif not begun and _is_headline(text, is_signed=is_signed and index == 0):
            yield Block("headline", text)
        else:
            yield from _opened(text)
            begun = True


def _kind_of_line(block: Block) -> Kind | None:
    """What a line is; None for a paragraph, and for a headline that nothing names."""
    if block.kind != "paragraph":
        return block.kind
    text = block.text
    if len(text) > _LONGEST_LINE:
        return None
    return next((kind for kind, pattern in _patterns("whole") if pattern.fullmatch(text)), None)


def _is_headline(text: str, *, is_signed: bool) -> bool:
    """Whether a line before all paragraphs is a headline: short, and no full sentence's end.

    The first line can be a question where who wrote it, or when, stands right below: it is signed.
    """
    ends = _SENTENCE_END if is_signed else _END
    return len(text) <= _HEADLINE and not ends.search(text)


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
