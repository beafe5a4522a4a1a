"""A reading taken apart: places in the text, and the rest of each record as plain data.

Every annotation format has places with labels, and none has our records. So a format writes the
places as its own annotations and the rest as a note of its own kind; here both are parted and put
together again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count
from typing import Any, NamedTuple, get_args, get_type_hints

import msgspec

from accordingto.instrument import named
from accordingto.readings import Link, Reading
from accordingto.text import Article, Span

BARE = ("origin", "conduits")  # a person's mark on a name, out of which the page makes a link
_OPEN, _CLOSED = '“"«„', '”"»“'


class FormatError(ValueError):
    """A file is not what its format says, or marks places that the text does not have."""


class Piece(NamedTuple):
    """One place of one record: `field` is a path such as `source` or `conduits.0.spans`.

    An empty `record` means that the tool did not say to which record the place belongs.
    """

    layer: str
    record: str
    field: str
    span: Span


class Flat(NamedTuple):
    """A reading taken apart; `rest` has each record's other fields by layer and id, in order."""

    article: str
    reader: str
    pieces: tuple[Piece, ...]
    rest: dict[tuple[str, str], dict[str, Any]]

    def by_field(self) -> dict[tuple[str, str], dict[str, list[Span]]]:
        """Return each record's places by field, by layer and id; a record without any has none."""
        found: dict[tuple[str, str], dict[str, list[Span]]] = {key: {} for key in self.rest}
        for piece in self.pieces:
            fields = found[piece.layer, piece.record]
            fields.setdefault(piece.field, []).append(piece.span)
        return found


def flattened(reading: Reading) -> Flat:
    """Return the places of a reading and the rest of its records."""
    pieces: list[Piece] = []
    rest: dict[tuple[str, str], dict[str, Any]] = {}
    for layer, kind in layers().items():
        for record in getattr(reading, layer):
            data = msgspec.to_builtins(record)
            pieces += (Piece(layer, record.id, *place) for place in _taken(data, kind))
            rest[layer, record.id] = data
    return Flat(reading.article, reading.reader, tuple(pieces), rest)


def gathered(flat: Flat, article: Article) -> Reading:
    """Return the reading that was taken apart, or that a tool's user made of bare marks.

    Places without a record become statements, one a sentence; a statement without a form has
    the form that its quotation marks show. Raises FormatError for places outside the text, and
    for records that are none of ours.
    """
    records = {key: dict(data) for key, data in flat.rest.items()}
    for piece in _assigned(flat.pieces, article):
        _check(piece, article)
        data = records.setdefault((piece.layer, piece.record), {"id": piece.record})
        if piece.field in BARE:
            link = msgspec.to_builtins(named(article, piece.span))
            data[piece.field] = (
                [*data.get("conduits", ()), link] if piece.field == "conduits" else link
            )
        else:
            _put(data, piece.field.split("."), layers()[piece.layer], piece.span)
    found: dict[str, list[dict[str, Any]]] = {}
    for (layer, _), data in records.items():
        found.setdefault(layer, []).append(_completed(layer, data, article))
    try:
        return msgspec.convert({"article": flat.article, "reader": flat.reader, **found}, Reading)
    except (msgspec.ValidationError, TypeError) as error:
        raise FormatError(f"{article.id}: {error}") from None


@cache
def layers() -> dict[str, type]:
    """Return the record type of each layer of a reading."""
    hints = get_type_hints(Reading)
    return {name: get_args(hint)[0] for name, hint in hints.items() if get_args(hint)}


@cache
def fields_of(kind: type) -> dict[str, Any]:
    """Return the type of each field of a record type."""
    return get_type_hints(kind)


def _taken(data: dict[str, Any], kind: type) -> Iterator[tuple[str, Span]]:
    """Take the places out of a record's data. Yields each with the path of its field."""
    for name, hint in fields_of(kind).items():
        if name not in data:
            continue
        if hint is Span:
            yield name, Span(*data.pop(name))
        elif hint == tuple[Span, ...]:
            yield from ((name, Span(*place)) for place in data.pop(name))
        elif hint == Link | None:
            yield from ((f"{name}.{path}", span) for path, span in _taken(data[name], Link))
        elif hint == tuple[Link, ...]:
            for number, link in enumerate(data[name]):
                taken = _taken(link, Link)
                yield from ((f"{name}.{number}.{path}", span) for path, span in taken)


def _put(data: dict[str, Any], path: list[str], kind: type, span: Span) -> None:
    name, *deeper = path
    hint = fields_of(kind).get(name)
    place = [span.start, span.end]
    if hint is Span and not deeper:
        data[name] = place
    elif hint == tuple[Span, ...] and not deeper:
        data[name] = [*data.get(name, ()), place]
    elif hint == Link | None and deeper and isinstance(data.get(name), dict):
        data[name] = dict(data[name])
        _put(data[name], deeper, Link, span)
    elif hint == tuple[Link, ...] and len(deeper) == 2 and deeper[0].isdecimal():
        links, number = [dict(link) for link in data.get(name, ())], int(deeper[0])
        if number >= len(links):
            raise FormatError(f"the record {data.get('id')!r} has no link {number} in {name}")
        _put(links[number], deeper[1:], Link, span)
        data[name] = links
    else:
        raise FormatError(f"no record has a place called {'.'.join(path)!r}")


def _assigned(pieces: Iterable[Piece], article: Article) -> Iterator[Piece]:
    """Give each place without a record one: its own, or, in a statement, that of its sentence."""
    taken = {piece.record for piece in pieces}
    statements: dict[int, str] = {}
    for piece in pieces:
        if piece.record:
            yield piece
            continue
        sentence = _sentence(article, piece.span) if piece.layer == "attributions" else None
        name = statements.get(sentence) if sentence is not None else None
        if name is None:
            initial = piece.layer[:1].upper()
            name = next(fresh for n in count(1) if (fresh := f"{initial}{n:02}") not in taken)
            taken.add(name)
        if sentence is not None:
            statements[sentence] = name
        yield piece._replace(record=name)


def _sentence(article: Article, span: Span) -> int:
    return sum(sentence.start <= span.start for sentence in article.sentences)


def _check(piece: Piece, article: Article) -> None:
    if piece.span.end > len(article.text):
        raise FormatError(
            f"{article.id}: a mark ends at {piece.span.end}, and the text at {len(article.text)}"
        )
    if piece.layer not in layers():
        raise FormatError(f"{article.id}: no layer of a reading is called {piece.layer!r}")


def _completed(layer: str, data: dict[str, Any], article: Article) -> dict[str, Any]:
    """Return a statement with the form that its marks show, and an origin, if it has no form."""
    if layer != "attributions" or "form" in data:
        return data
    words = [article.text[start:end].strip() for start, end in data.get("content", ())]
    begun = {**data, "form": _form(words)}
    if "origin" not in begun and begun.get("source"):
        begun["origin"] = msgspec.to_builtins(named(article, Span(*begun["source"][0])))
    return begun


def _form(words: list[str]) -> str:
    """Return the form that the quotation marks of a content show."""
    if words and all(said[:1] and said[0] in _OPEN and said[-1] in _CLOSED for said in words):
        return "direct"
    return "mixed" if any(mark in said for said in words for mark in _OPEN) else "indirect"
