"""A page that comes again, changed: what is other, and which records still stand on their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeVar

import msgspec

from accordingto.readings import Reading
from accordingto.text import Article, Span

_SAME_PAGE = 0.5  # of its paragraphs' words in order: two articles on one event share less
T = TypeVar("T", bound=msgspec.Struct)
_TOKEN = re.compile(r"\w+|\W")


class Carried(NamedTuple):
    """A reading on the new text; `lost` are the records whose words are gone, by layer and id."""

    reading: Reading
    lost: tuple[tuple[str, str], ...]


class Change(NamedTuple):
    """A paragraph that is other: its words before and after, one of them empty if new or gone."""

    number: int
    before: str
    after: str


def is_version(one: Article, other: Article) -> bool:
    """Return whether two texts are versions of one page: most words stand in both, in order."""
    first, second = ([text[span] for span in text.words] for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() > _SAME_PAGE


def changes(before: Article, after: Article) -> tuple[Change, ...]:
    """Return the paragraphs that are other, by their number in the new text, or in the old if gone.

    One that only moved is no change.
    """
    old = [before[paragraph] for paragraph in before.paragraphs]
    new = [after[paragraph] for paragraph in after.paragraphs]
    gone = {number: words for number, words in enumerate(old, 1) if words not in new}
    found: list[Change] = []
    for number, words in enumerate(new, 1):
        if words not in old:
            was = next((at for at, then in gone.items() if _alike(then, words)), None)
            found.append(Change(number, gone.pop(was) if was else "", words))
    return (*found, *(Change(number, words, "") for number, words in gone.items()))


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() > _SAME_PAGE


def carried(reading: Reading, before: Article, after: Article, fresh: Reading) -> Carried:
    """Return a reading of the old text brought to the new one.

    A record stays where all its words stand unchanged. Where one is lost, the `fresh` reading of
    the new text gives what it finds there, under names of its own.
    """
    move = _Move(before, after)
    kept: dict[str, list[Any]] = {}
    lost: list[tuple[str, str]] = []
    for layer, records in _layers(reading):
        for record in records:
            moved = move.record(record)
            if moved is None:
                lost.append((layer, record.id))
            else:
                kept.setdefault(layer, []).append(moved)
    _drop_pointers(kept, {name for _, name in lost})
    _add(kept, fresh)
    fields = {layer: tuple(records) for layer, records in kept.items()}
    return Carried(Reading(article=after.id, reader=reading.reader, **fields), tuple(lost))


def _layers(reading: Reading) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for name in reading.__struct_fields__:
        if isinstance(records := getattr(reading, name), tuple):
            yield name, records


class _Move:
    """Takes places from one text to another, where the words between are the same."""

    def __init__(self, before: Article, after: Article) -> None:
        places = {after[paragraph]: paragraph for paragraph in after.paragraphs}
        self._whole = {  # paragraphs that stand as they did, wherever they stand now
            paragraph: places[words].start
            for paragraph in before.paragraphs
            if (words := before[paragraph]) in places
        }
        old, new = ([*_TOKEN.finditer(article.text)] for article in (before, after))
        then, now = ([token[0] for token in tokens] for tokens in (old, new))
        matcher = SequenceMatcher(None, then, now, autojunk=False)  # by words: a letter is too fine
        self._same = [
            (old[i].start(), new[k].start(), old[i + size - 1].end() - old[i].start())
            for i, k, size in matcher.get_matching_blocks()
            if size
        ]

    def span(self, span: Span) -> Span | None:
        for paragraph, other in self._whole.items():
            if paragraph.contains(span):
                return Span(*(at - paragraph.start + other for at in (span.start, span.end)))
        for start, other, length in self._same:
            if start <= span.start and span.end <= start + length:
                return Span(span.start - start + other, span.end - start + other)
        return None

    def record(self, record: T) -> T | None:
        """Return the record with its places moved; None if one of them is gone."""
        changed: dict[str, Any] = {}
        for name in record.__struct_fields__:
            value = getattr(record, name)
            moved = self._value(value)
            if moved is None and value is not None:
                return None
            changed[name] = moved
        return msgspec.structs.replace(record, **changed)

    def _value(self, value: Any) -> Any:
        if isinstance(value, Span):
            return self.span(value)
        if isinstance(value, tuple) and value:
            moved = [self._value(one) for one in value]
            return None if any(one is None for one in moved) else tuple(moved)
        return self.record(value) if isinstance(value, msgspec.Struct) else value


def _drop_pointers(kept: dict[str, list[Any]], lost: set[str]) -> None:
    """Take out what points at a lost record; a case about one is lost with it."""
    for layer, records in kept.items():
        for at, record in enumerate(records):
            gone = {
                name: None
                for name in ("attribution", "inside", "continues", "embedded_in", "answers")
                if getattr(record, name, None) in lost
            }
            records[at] = msgspec.structs.replace(record, **gone) if gone else record
        kept[layer] = [record for record in records if getattr(record, "about", None) not in lost]


def _add(kept: dict[str, list[Any]], fresh: Reading) -> None:
    """Add the findings of a fresh reading that touch nothing that was kept."""
    for layer, records in _layers(fresh):
        have = kept.get(layer, [])
        taken = {record.id for record in have}
        for record in records:
            if any(_touch(record, one) for one in have):
                continue
            name = record.id
            while name in taken:
                name += "n"
            taken.add(name)
            new = msgspec.structs.replace(record, id=name)
            kept.setdefault(layer, []).append(_without_pointers(new))


def _without_pointers(record: Any) -> Any:
    names = ("attribution", "inside", "continues", "embedded_in", "answers")
    held = {name: None for name in names if getattr(record, name, None)}
    return msgspec.structs.replace(record, **held) if held else record


def _touch(one: Any, other: Any) -> bool:
    return any(a.overlaps(b) for a in _places(one) for b in _places(other))


def _places(record: Any) -> list[Span]:
    found: list[Span] = []
    for name in ("span", "content", "cue", "evidence"):
        value = getattr(record, name, ())
        found += [value] if isinstance(value, Span) else list(value or ())
    return found
