"""Sentences with the side that they take, to train and to test a classifier on."""

from __future__ import annotations

from typing import Literal

import msgspec

from accordingto.content import Content
from accordingto.exercises.material import Material
from accordingto.yamlfile import YamlFile

Side = Literal["for", "against"]


class Labelled(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, its side, and its origin: a page of `seeds/`, or none if written for the list."""

    text: str
    side: Side
    page: str | None = None


class _Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    side: Side
    text: str = ""
    page: str | None = None
    reaction: str | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sentences: tuple[_Line, ...]


def labelled_sides(content: Content | None = None) -> tuple[Labelled, ...]:
    """The sentences of `lessons/labelled-sides.yaml`, in its order.

    Raises ContentError, with file and line, for a line that cannot be read, and LookupError for
    a page or a reaction that is not there.
    """
    content = content or Content.kit()
    lines = YamlFile.read(content.labelled_sides()).convert(_File).sentences
    return tuple(_labelled(line, content) for line in lines)


def _labelled(line: _Line, content: Content) -> Labelled:
    if line.page is None or line.reaction is None:
        return Labelled(text=line.text, side=line.side)
    page = Material.of(line.page, content)
    reaction = page.records.get(line.reaction)
    if reaction is None:
        raise LookupError(f"the reading of {line.page} has no reaction {line.reaction!r}")
    words = " ".join(page.article[piece] for piece in reaction.evidence)
    return Labelled(text=words, side=line.side, page=line.page)
