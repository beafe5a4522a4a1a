"""What an exercise is about: an article, and the expert's reading of it, which holds the keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from accordingto.exercises.names import likely
from accordingto.readings import Reading, seed
from accordingto.text import Article, Span


@dataclass(frozen=True)
class Material:
    """An article and the expert reading of it."""

    article: Article
    reading: Reading
    root: Path | None = None

    @classmethod
    def of(cls, name: str, root: Path | None = None) -> Material:
        """The material of an article of `seeds/`, in `root` if not in the kit's own.

        Raises LookupError for an unknown name.
        """
        return cls(*seed(name, root), root)

    def other(self, name: str) -> Material:
        """The material of another article from the same place. Raises LookupError."""
        return _material(name, self.root)

    @cached_property
    def records(self) -> dict[str, Any]:
        """Every record of the expert reading by its id."""
        return {record.id: record for record in self._all_records()}

    def value(self, pointer: str) -> str:
        """What the expert reading says at a pointer such as `A12.origin.type` or `Q07.form`.

        Raises LookupError when nothing stands there, or something that is no word.
        """
        identifier, *fields = pointer.split(".")
        value: Any = self.records.get(identifier)
        if value is None:
            raise LookupError(f"the reading of {self.article.id} has no record {identifier!r}")
        for field in fields:
            inside = _fields(value)
            if field not in inside:
                raise LookupError(f"{pointer}: there is no {field!r}{likely(field, inside)}")
            value = inside[field]
        if not isinstance(value, str):
            raise LookupError(f"{pointer}: expected a word there, got {value!r}")
        return value

    def paragraphs_of(self, spans: tuple[Span, ...]) -> tuple[int, ...]:
        """The numbers of the paragraphs in which the spans begin, each once."""
        return tuple(sorted({self.article.paragraph_of(span) for span in spans}))

    def _all_records(self) -> Iterator[Any]:
        for layer in msgspec.structs.fields(Reading):
            value = getattr(self.reading, layer.name)
            if isinstance(value, tuple):
                yield from value


def _fields(value: Any) -> dict[str, Any]:
    """What a pointer can go on to: the fields of a record, the places of a list."""
    if isinstance(value, tuple):
        return {str(place): item for place, item in enumerate(value)}
    return msgspec.structs.asdict(value) if isinstance(value, msgspec.Struct) else {}


@lru_cache(maxsize=8)
def _material(name: str, root: Path | None) -> Material:
    return Material.of(name, root)
