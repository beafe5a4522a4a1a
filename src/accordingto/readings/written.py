"""The expert reading as a person writes it: by exact words and paragraph, never by numbers.

A field that is a place in the text holds words that stand once in the record's `paragraph`,
or `{words: said, in: "Kirby said on", paragraph: 4}` where that needs more help.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from accordingto.content import content_root
from accordingto.readings.records import Link, Reading
from accordingto.text import Article, Span, decoded
from accordingto.yamlfile import Place, YamlFile

_POINTERS = ("attribution", "inside", "continues", "embedded_in", "answers", "about")


def seed(name: str, root: Path | None = None) -> tuple[Article, Reading]:
    """An article of `seeds/` by its folder's name, and the expert's reading of it.

    `root` is the folder that holds `seeds/`, the kit's own by default.
    Raises LookupError when there is none of that name.
    """
    folder = (root or content_root()) / "seeds" / name
    if not (folder / "article.txt").is_file():
        known = sorted(path.parent.name for path in folder.parent.glob("*/article.txt"))
        raise LookupError(f"there is no article {name!r} in seeds/; there are {', '.join(known)}")
    return read_written(folder)


def read_written(folder: Path) -> tuple[Article, Reading]:
    """The article of a folder of `seeds/` and the expert's reading of it.

    Raises ContentError, with file and line, for words that are not there or not unique,
    for an id that is used twice, and for one that points at nothing; ValueError, in one
    sentence, for an article that cannot be read as text.
    """
    page = folder / "article.txt"
    article = Article(folder.name, decoded(page.read_bytes(), str(page)))
    source = YamlFile.read(folder / "reading.yaml")
    data = _Locator(article, source).located()
    reading = source.convert_part((), data, Reading)
    _check_ids(reading, source)
    return article, reading


class _Locator:
    """Puts offsets where the file has words; the record types say which fields are places."""

    def __init__(self, article: Article, source: YamlFile) -> None:
        self.article, self.source = article, source

    def located(self) -> Any:
        data = self.source.data
        if not isinstance(data, dict):
            raise self.source.error((), "expected the fields of a reading, such as `quotations:`")
        hints = _hints(Reading)
        return {
            key: self._records(value, get_args(hints[key])[0], (key,))
            if key in hints and get_args(hints[key])
            else value
            for key, value in data.items()
        }

    def _records(self, items: Any, kind: type, place: Place) -> Any:
        if not isinstance(items, list):
            raise self.source.error(place, "expected a list of records")
        return [self._record(item, kind, (*place, i)) for i, item in enumerate(items)]

    def _record(self, item: Any, kind: type, place: Place) -> Any:
        if not isinstance(item, dict):
            raise self.source.error(place, "expected a record with an `id`")
        paragraph = item.get("paragraph")
        fields = {key: value for key, value in item.items() if key != "paragraph"}
        return self._fields(fields, kind, paragraph, place)

    def _fields(self, item: dict[str, Any], kind: type, paragraph: Any, place: Place) -> Any:
        hints = _hints(kind)
        return {
            key: self._field(value, hints.get(key), paragraph, (*place, key))
            for key, value in item.items()
        }

    def _field(self, value: Any, hint: Any, paragraph: Any, place: Place) -> Any:
        if hint is Span:
            return self._span(value, paragraph, place)
        if hint == tuple[Span, ...]:
            if not isinstance(value, list):
                return [self._span(value, paragraph, place)]
            return [self._span(piece, paragraph, (*place, i)) for i, piece in enumerate(value)]
        if hint == Link | None and isinstance(value, dict):
            return self._fields(value, Link, paragraph, place)
        if hint == tuple[Link, ...] and isinstance(value, list):
            return [
                self._fields(link, Link, paragraph, (*place, i)) if isinstance(link, dict) else link
                for i, link in enumerate(value)
            ]
        return value

    def _span(self, value: Any, paragraph: Any, place: Place) -> list[int]:
        written = {"words": value} if isinstance(value, str) else value
        if not isinstance(written, dict) or not isinstance(written.get("words"), str):
            raise self.source.error(place, f"expected words of the article, got {value!r}")
        unknown = set(written) - {"words", "in", "paragraph"}
        if unknown:
            got = ", ".join(sorted(map(str, unknown)))
            raise self.source.error(place, f"expected words, in, paragraph; got {got}")
        if not isinstance(written.get("in", ""), str):
            raise self.source.error(place, "expected words of the article after `in:`")
        number = written.get("paragraph", paragraph)
        if not isinstance(number, int) or isinstance(number, bool):
            raise self.source.error(place, "expected `paragraph:` with a number from 1")
        try:
            span = self.article.find(written["words"], number, written.get("in"))
        except LookupError as error:
            raise self.source.error(place, str(error)) from None
        return [span.start, span.end]


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The types of a record's fields: the same for each of hundreds of records."""
    return get_type_hints(kind)


def _check_ids(reading: Reading, source: YamlFile) -> None:
    records = {
        (layer, index): record
        for layer in _hints(Reading)
        if isinstance(getattr(reading, layer), tuple)
        for index, record in enumerate(getattr(reading, layer))
    }
    ids: set[str] = set()
    for place, record in records.items():
        if record.id in ids:
            raise source.error((*place, "id"), f"the id {record.id} is used twice")
        ids.add(record.id)
    for place, record in records.items():
        for field in _POINTERS:
            target = getattr(record, field, None)
            if target is not None and target not in ids:
                raise source.error((*place, field), f"no record has the id {target!r}")


def to_json(reading: Reading) -> bytes:
    """A reading as JSON, with `[start, end]` for each place."""
    return msgspec.json.encode(reading)


def from_json(data: bytes) -> Reading:
    """A reading out of JSON. Raises msgspec.ValidationError, a ValueError, naming the field."""
    return msgspec.json.decode(data, type=Reading)
