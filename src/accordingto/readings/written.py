"""A reading as a file by exact words and paragraph: the inverse of what `expert` reads."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, get_args, get_type_hints

import msgspec
import yaml

from accordingto.readings.records import Link, Reading
from accordingto.text import Article, Span


class NotByWords(ValueError):
    """A place that words and a paragraph cannot name, such as one over the end of a paragraph."""


def written(article: Article, reading: Reading) -> str:
    """Return a reading as the text of a `reading.yaml`. Raises NotByWords.

    Read back, it is the same reading.
    """
    lines = [f"article: {_scalar(reading.article)}", f"reader: {_scalar(reading.reader)}"]
    for layer, hint in get_type_hints(Reading).items():
        if get_args(hint) and (records := getattr(reading, layer)):
            lines.append(f"{layer}:")
            lines += [f"- {_line(article, record)}" for record in records]
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=2_000)
def _line(article: Article, record: msgspec.Struct) -> str:
    """Cached, for a reading is written at each step of its correction, which changes one record."""
    return _flow(_record(article, record))


def _record(article: Article, record: msgspec.Struct) -> dict[str, Any]:
    """Return a record with words for its places; the paragraph is the first place's."""
    spans = list(_spans(record))
    number = article.paragraph_of(spans[0]) if spans else None
    data = _fields(article, record, number)
    head = {"id": data.pop("id")}
    return {**head, **({"paragraph": number} if number else {}), **data}


def _spans(record: msgspec.Struct) -> list[Span]:
    found: list[Span] = []
    for name in record.__struct_fields__:
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Span):
                found.append(one)
            elif isinstance(one, Link):
                found += one.spans
    return found


def _fields(article: Article, record: msgspec.Struct, number: int | None) -> dict[str, Any]:
    plain = msgspec.to_builtins(record)
    data: dict[str, Any] = {}
    for name, value in plain.items():
        held = getattr(record, name)
        if isinstance(held, Span):
            data[name] = _place(article, held, number)
        elif isinstance(held, Link):
            data[name] = _fields(article, held, number)
        elif isinstance(held, tuple) and held and isinstance(held[0], Span):
            places = [_place(article, one, number) for one in held]
            data[name] = places[0] if len(places) == 1 else places
        elif isinstance(held, tuple) and held and isinstance(held[0], Link):
            data[name] = [_fields(article, one, number) for one in held]
        else:
            data[name] = value
    return data


def _place(article: Article, span: Span, usual: int | None) -> str | dict[str, Any]:
    """Return words that name a place in its paragraph, and which it is where they come again."""
    number = article.paragraph_of(span)
    paragraph = article.paragraphs[number - 1] if article.paragraphs else Span(0, 0)
    if not len(span) or not paragraph.contains(span):
        raise NotByWords(f"the place {span.start} to {span.end} is not inside one paragraph")
    words = article[span]
    starts = _starts(article.text, words, paragraph)
    place: dict[str, Any] = {"words": words}
    if len(starts) > 1:
        place["nth"] = starts.index(span.start) + 1
    if number != usual:
        place["paragraph"] = number
    return place if len(place) > 1 else words


def _starts(text: str, words: str, within: Span) -> list[int]:
    """Return where words begin, those that overlap among them."""
    found = [text.find(words, within.start, within.end)]
    while found[-1] >= 0:
        found.append(text.find(words, found[-1] + 1, within.end))
    return found[:-1]


def _flow(data: dict[str, Any]) -> str:
    """Return a record on one line, as the kit's own files have it."""
    dumped = yaml.safe_dump(
        data, allow_unicode=True, default_flow_style=True, sort_keys=False, width=1_000_000
    )
    return str(dumped).removesuffix("\n")


def _scalar(value: str) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, width=1_000_000)).partition("\n")[0]
