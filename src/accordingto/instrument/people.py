"""Who a source is: the name in it, its type, and the name that a pronoun stands for."""

from __future__ import annotations

import re
from typing import cast

from accordingto.instrument.lexicon import classed
from accordingto.instrument.tokens import Line
from accordingto.readings.records import Link, SourceType
from accordingto.text import Span

_NAME = re.compile(r"N+")
_PERSONAL = frozenset({"he", "she", "i", "him", "her", "who"})
_BODIES = ("outlet", "state", "institution", "party", "document")
_PLURAL = frozenset({"they", "we", "them", "others"})
_NAMED: tuple[SourceType, ...] = (
    "named official",
    "named politician",
    "named journalist",
    "named person",
)


class Cast:
    """The sources met so far in an article, so that "he" and a bare surname find their name."""

    def __init__(self) -> None:
        self._types: dict[str, SourceType] = {}
        self._person: Link | None = None
        self._group: Link | None = None

    def link(self, line: Line, source: tuple[int, int]) -> Link:
        """The source as a link of a chain: its name, type and the words that name it."""
        first, last = source
        word = line.words[first].lower()
        place = line.span(first, last)
        if last - first == 1 and word in _PERSONAL and self._person:
            return Link(name=self._person.name, type=self._person.type, spans=(place,))
        if last - first == 1 and word in _PLURAL and self._group:
            return Link(name=self._group.name, type=self._group.type, spans=(place,))
        name, place = _name(line, first, last)
        kind = self._type(line, first, last, name)
        found = Link(name=name, type=kind, spans=(place,))
        if kind in _NAMED:
            self._person = found
        else:
            self._group = found
        return found

    def _type(self, line: Line, first: int, last: int, name: str) -> SourceType:
        surname = name.split()[-1].lower()
        known = self._types.get(surname)
        kind = _kind(line, first, last, name)
        if kind == "named person" and known:
            return known
        if kind in _NAMED:
            self._types[surname] = kind
        return kind


def _name(line: Line, first: int, last: int) -> tuple[str, Span]:
    """The name inside "The Florida senator Marco Rubio, the top Republican", else the phrase."""
    head = line.tags.find(",", first, last)
    head = (
        last if head < 0 or (line.tags[last - 1] != "," and "&" in line.tags[first:last]) else head
    )
    runs = list(_NAME.finditer(line.tags, first, head))
    if "&" in line.tags[first:head] or not runs:
        end = head if head > first else last
        return line.text(first, end), line.span(first, end)
    run = (
        runs[-1]
        if "i" not in line.tags[first:head] and "O" not in line.tags[first:head]
        else runs[0]
    )
    begin, end = run.span()
    if line.tags[first] == "d" and begin == first + 1:
        begin = first
    while begin < end - 1 and classed("sources.txt").get(line.words[begin].lower(), "").startswith(
        "named"
    ):
        begin += 1
    return line.text(begin, end), line.span(begin, end)


def _kind(line: Line, first: int, last: int, name: str) -> SourceType:
    """What the words of a source say of its kind; a capital without a known word is a person."""
    tags = line.tags[first:last]
    kinds = source_types()
    words = [_bare(word) for word in line.words[first:last]]
    found = [kinds[word] for word in words if word in kinds]
    capital = "N" in tags
    if not found:
        if capital:
            return "named person"
        return "unnamed group" if tags[-1:] == "S" or words[0] in _PLURAL else "unnamed person"
    head = kinds.get(_bare(name.split()[-1]))
    if head in _BODIES and not ("," in tags and tags[0] == "N"):
        return head
    offices = [kind for kind in found if kind.startswith("named")]
    if offices:
        return offices[0] if capital else "unnamed person"
    if capital and found[0] in ("outlet", "state") and tags.count("N") > 1 and head is None:
        return "named person"
    return found[0]


def _bare(word: str) -> str:
    return word.lower().removesuffix("’s").removesuffix("'s")


def source_types() -> dict[str, SourceType]:
    """The kind of source that a word names, from lists/sources.txt."""
    return cast(dict[str, SourceType], classed("sources.txt"))
