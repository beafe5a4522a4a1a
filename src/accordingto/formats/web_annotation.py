"""A reading as W3C Web Annotations (JSON-LD), which annotation tools of all kinds can open.

W3C Recommendation 23 February 2017, "Web Annotation Data Model". Positions count code points,
as TextPositionSelector does; some viewers in browsers count UTF-16 code units instead.
TextQuoteSelector carries the words, so that a place can be found again without a position.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal
from urllib.parse import quote, unquote

import msgspec

from accordingto.formats.offsets import Utf16
from accordingto.formats.pieces import Flat, FormatError, Piece, flattened, gathered, layers
from accordingto.readings import Reading
from accordingto.text import Article, Span

Offsets = Literal["codepoints", "utf16"]
Placing = Callable[[Span], Span]  # a place as one side counts it, to the other's count
AROUND = 32  # code points of context on each side
_LABELS = ("form", "stance", "kind", "certainty", "rule")
_ROLES = {  # the tags by which a person marks in a tool, without the note of ours
    "quotation": ("quotations", "span"),
    "source": ("attributions", "source"),
    "cue": ("attributions", "cue"),
    "content": ("attributions", "content"),
}


def annotation_page(
    article: Article, reading: Reading, offsets: Offsets = "codepoints"
) -> dict[str, Any]:
    """Return an AnnotationPage: an Annotation a record, tagged with its layer and labels.

    Further places of a record, such as the words of a source, are Annotations of their own,
    which link to it. What a record says besides stands in a body of the purpose "describing".
    """
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _iri(article, reading.reader),
        "type": "AnnotationPage",
        "items": list(_items(article, reading, offsets)),
    }


def from_annotation_page(page: Any, article: Article, offsets: Offsets = "codepoints") -> Reading:
    """Return the reading in an AnnotationPage, or in a list of Annotations.

    A tool's own annotations count by their tags: `quotation`, `source`, `cue` or `content`, and
    perhaps a number, which is that of the statement. Raises FormatError.
    """
    items = page.get("items") if isinstance(page, dict) else page
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise FormatError("expected an AnnotationPage with `items`, or a list of annotations")
    reader = str(page.get("id", "")).rpartition(":")[2] if isinstance(page, dict) else ""
    placed = Utf16(article.text).points if offsets == "utf16" else _as_it_is
    pieces: list[Piece] = []
    rest: dict[tuple[str, str], dict[str, Any]] = {}
    for item in items:
        note = _note(item)
        layer, record, field = _about(item, note)
        if note.get("rest") is not None:
            rest[layer, record] = note["rest"]
        places = _places(item, article, placed)
        pieces += (Piece(layer, record, field, span) for span in places)
    flat = Flat(article.id, unquote(reader) or "tool", tuple(pieces), rest)
    return gathered(flat, article)


def _iri(article: Article, *parts: str) -> str:
    names = (quote(part, safe="") for part in (article.id, *parts))
    return ":".join(["urn:accordingto", *names])


def _items(article: Article, reading: Reading, offsets: Offsets) -> Iterator[dict[str, Any]]:
    flat, labels = flattened(reading), _labels(reading)
    placed = Utf16(article.text).units if offsets == "utf16" else _as_it_is
    for (layer, record), fields in flat.by_field().items():
        iri = _iri(article, flat.reader, layer, record)
        first = next((name for name in ("content", "cue", *fields) if name in fields), "")
        data = flat.rest[layer, record]
        tags = _tags(layer, *labels[layer, record])
        about = {"layer": layer, "record": record, "field": first, "rest": data}
        body = [*tags, _described(about)]
        yield _annotation(article, iri, fields.get(first, ()), body, "classifying", placed)
        for name, spans in fields.items():
            if name != first:
                body = [*_tags(name), _described({**about, "field": name, "rest": None}), iri]
                yield _annotation(article, f"{iri}:{name}", spans, body, "linking", placed)


def _labels(reading: Reading) -> dict[tuple[str, str], list[str]]:
    """Return what each record is called, by layer and id: its form or kind, and its rule."""
    return {
        (layer, record.id): [
            label for name in _LABELS if isinstance(label := getattr(record, name, None), str)
        ]
        for layer in layers()
        for record in getattr(reading, layer)
    }


def _tags(*values: str) -> list[Any]:
    return [{"type": "TextualBody", "purpose": "tagging", "value": value} for value in values]


def _described(about: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "application/json",
        "value": msgspec.json.encode(about).decode(),
    }


def _annotation(
    article: Article,
    iri: str,
    places: Iterable[Span],
    body: list[Any],
    motivation: str,
    placed: Placing,
) -> dict[str, Any]:
    whole = _iri(article)
    targets = [{"source": whole, "selector": _selectors(article, s, placed)} for s in places]
    return {
        "id": iri,
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": targets or whole,  # a record without a place is about the whole article
    }


def _as_it_is(span: Span) -> Span:
    return span


def _selectors(article: Article, span: Span, placed: Placing) -> list[dict[str, Any]]:
    place = placed(span)
    return [
        {"type": "TextPositionSelector", "start": place.start, "end": place.end},
        {
            "type": "TextQuoteSelector",
            "exact": article[span],
            "prefix": article.text[max(0, span.start - AROUND) : span.start],
            "suffix": article.text[span.end : span.end + AROUND],
        },
    ]


def _bodies(item: dict[str, Any]) -> list[dict[str, Any]]:
    body = item.get("body", [])
    listed = body if isinstance(body, list) else [body]
    return [one for one in listed if isinstance(one, dict)]


def _note(item: dict[str, Any]) -> dict[str, Any]:
    """Return what one of our own annotations says of its record; empty for a tool's."""
    for body in _bodies(item):
        if body.get("purpose") == "describing" and body.get("format") == "application/json":
            try:
                note = msgspec.json.decode(str(body.get("value")))
            except msgspec.DecodeError as error:
                raise FormatError(f"annotation {item.get('id')}: {error}") from None
            if isinstance(note, dict):
                return note
    return {}


def _about(item: dict[str, Any], note: dict[str, Any]) -> tuple[str, str, str]:
    """Return layer, record and field of an annotation."""
    if note:
        return tuple(str(note.get(name, "")) for name in ("layer", "record", "field"))  # type: ignore[return-value]
    tags = [str(body.get("value", "")).strip().lower() for body in _bodies(item)]
    role = next((tag for tag in tags if tag in _ROLES), None)
    if role is None:
        wanted = ", ".join(_ROLES)
        raise FormatError(f"annotation {item.get('id')}: expected a tag, one of {wanted}")
    number = next((tag for tag in tags if tag.isdecimal()), "")
    layer, field = _ROLES[role]
    return layer, f"{layer[:1].upper()}{number:0>2}" if number else "", field


def _places(item: dict[str, Any], article: Article, placed: Placing) -> Iterator[Span]:
    target = item.get("target", [])
    for one in target if isinstance(target, list) else [target]:
        if isinstance(one, dict) and one.get("selector"):
            yield _place(item, one["selector"], article, placed)


def _place(item: dict[str, Any], selector: Any, article: Article, placed: Placing) -> Span:
    listed = selector if isinstance(selector, list) else [selector]
    by_type = {one.get("type"): one for one in listed if isinstance(one, dict)}
    quoted = by_type.get("TextQuoteSelector", {}).get("exact")
    if position := by_type.get("TextPositionSelector"):
        try:
            span = placed(Span(int(position["start"]), int(position["end"])))
        except (KeyError, TypeError, ValueError) as error:
            raise FormatError(f"annotation {item.get('id')}: no position ({error})") from None
        if quoted is None or article[span] == quoted:
            return span
    return _found(item, by_type.get("TextQuoteSelector", {}), article)


def _found(item: dict[str, Any], quote_selector: dict[str, Any], article: Article) -> Span:
    """Return the one place of the quoted words, by what stands around them."""
    exact = str(quote_selector.get("exact", ""))
    before, after = str(quote_selector.get("prefix", "")), str(quote_selector.get("suffix", ""))
    around = before + exact + after
    if not exact or article.text.count(around) != 1:
        raise FormatError(
            f"annotation {item.get('id')}: its words do not stand at its position, nor once "
            f"in the text: {exact[:60]!r}"
        )
    start = article.text.index(around) + len(before)
    return Span(start, start + len(exact))
