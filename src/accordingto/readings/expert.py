"""A reading as a person writes it: by exact words and paragraph, never by numbers.

A field that is a place in the text holds words that stand once in the record's `paragraph`,
or `{words: said, in: "Kirby said on", paragraph: 4}` where that needs more help; a program writes
`{words: said, nth: 2}`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from accordingto.content import Content
from accordingto.readings.records import Link, Reading
from accordingto.text import Article, Span, WordsMissing, WordsNotUnique, decoded
from accordingto.yamlfile import Place, YamlFile

_ARTICLE, _READING, _SECOND = "article.txt", "reading.yaml", "second.yaml"
_POINTERS = ("attribution", "inside", "continues", "embedded_in", "answers", "about")


def seed(name: str, content: Content | None = None) -> tuple[Article, Reading]:
    """Returns an article of `seeds/`, by its folder's name, and the expert's reading of it.

    It is read once, and again when one of its files has changed. `content` is the kit's own by
    default. Raises LookupError for an unknown name, and what `read_written` raises.
    """
    folder = (content or Content.kit()).seed(name)
    return _read_once(folder, *(_stamp(folder / file) for file in (_ARTICLE, _READING)))


@lru_cache(maxsize=32)
def _read_once(folder: Path, *stamps: tuple[int, int]) -> tuple[Article, Reading]:
    """Cached by path and stamps: changed stamps mean another reading."""
    return read_written(folder)


def _stamp(file: Path) -> tuple[int, int]:
    if not file.is_file():
        return (0, 0)
    seen = file.stat()
    return (seen.st_mtime_ns, seen.st_size)


def read_written(folder: Path, file: str = _READING) -> tuple[Article, Reading]:
    """Returns the article of a folder of `seeds/` and the reading of it in one of its files.

    Raises ContentError, with file and line, for words that are not there or not unique,
    for an id that is used twice, and for one that points at nothing; NotText, in one sentence,
    for an article that cannot be read as text.
    """
    page = folder / _ARTICLE
    article = Article(folder.name, decoded(page.read_bytes(), str(page)))
    return article, _reading_of(article, folder / file)


def second_reading(name: str, content: Content | None = None) -> Reading:
    """Another reader's reading of an article of `seeds/`, made before the expert's was seen.

    Raises LookupError for an unknown article, and for one that was read once; ContentError,
    with file and line, as `read_written` does.
    """
    article, _ = seed(name, content)
    file = (content or Content.kit()).seed(name) / _SECOND
    if not file.is_file():
        raise LookupError(f"the article {name!r} has no second reading")
    return _reading_of(article, file)


def _reading_of(article: Article, file: Path) -> Reading:
    source = YamlFile.read(file)
    data = _Locator(article, source).located()
    reading = source.convert_part((), data, Reading)
    _check_ids(reading, source)
    return reading


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
        unknown = set(written) - {"words", "in", "nth", "paragraph"}
        if unknown:
            got = ", ".join(sorted(map(str, unknown)))
            raise self.source.error(place, f"expected words, in, nth, paragraph; got {got}")
        nth = written.get("nth", 1)
        if not isinstance(nth, int) or isinstance(nth, bool) or nth < 1:
            raise self.source.error(place, "expected `nth:` with a number from 1")
        if not isinstance(written.get("in", ""), str):
            raise self.source.error(place, "expected words of the article after `in:`")
        number = written.get("paragraph", paragraph)
        if not isinstance(number, int) or isinstance(number, bool):
            raise self.source.error(place, "expected `paragraph:` with a number from 1")
        try:
            span = self.article.find(
                written["words"], number, written.get("in"), written.get("nth")
            )
        except WordsNotUnique as error:
            raise self.source.error(place, f"{error}; add `in:`") from None
        except WordsMissing as error:
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
