"""The subject of an exercise: an article, and the expert's reading of it, which holds the keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from accordingto.content import Content
from accordingto.exercises.naming import likely
from accordingto.readings import Reading, seed
from accordingto.text import Article, Span


class NoRecord(LookupError):
    """A pointer into an expert reading leads to no word."""


@dataclass(frozen=True)
class Material:
    """An article and the expert reading of it; `content` is where it comes from."""

    article: Article
    reading: Reading
    content: Content = field(default_factory=Content.kit)

    @classmethod
    def of(cls, name: str, content: Content | None = None) -> Material:
        """The material of an article of `seeds/`, by default the kit's own.

        Raises NoArticle for an unknown name.
        """
        content = content or Content.kit()
        return cls(*seed(name, content), content)

    def other(self, name: str) -> Material:
        """The material of another article from the same place. Raises NoArticle."""
        return Material.of(name, self.content)

    @cached_property
    def records(self) -> dict[str, Any]:
        """Every record of the expert reading by its id."""
        return {record.id: record for record in self._all_records()}

    def value(self, pointer: str) -> str:
        """The expert reading's value at a pointer such as `A12.origin.type` or `Q07.form`.

        Raises NoRecord when nothing stands there, or something that is no word.
        """
        identifier, *fields = pointer.split(".")
        value: Any = self.records.get(identifier)
        if value is None:
            raise NoRecord(f"the reading of {self.article.id} has no record {identifier!r}")
        for name in fields:
            inside = _fields(value)
            if name not in inside:
                raise NoRecord(f"{pointer}: there is no {name!r}{likely(name, inside)}")
            value = inside[name]
        if not isinstance(value, str):
            raise NoRecord(f"{pointer}: expected a word there, got {value!r}")
        return value

    def paragraphs_of(self, spans: tuple[Span, ...]) -> tuple[int, ...]:
        """The numbers of the paragraphs in which the spans begin, each once."""
        return tuple(sorted({self.article.paragraph_of(span) for span in spans}))

    def _all_records(self) -> Iterator[Any]:
        for layer in msgspec.structs.fields(Reading):
            value = getattr(self.reading, layer.name)
            if isinstance(value, tuple):
                yield from value


class Materials(Mapping[str, Material]):
    """Articles with their readings, by name, each read when it is first asked for."""

    def __init__(self, names: Iterable[str], content: Content) -> None:
        self._read: dict[str, Material | None] = dict.fromkeys(names)
        self._content = content

    def __getitem__(self, name: str) -> Material:
        material = self._read[name] or Material.of(name, self._content)
        self._read[name] = material
        return material

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)


def _fields(value: Any) -> dict[str, Any]:
    """The possible next steps of a pointer: the fields of a record, the places of a list."""
    if isinstance(value, tuple):
        return {str(place): item for place, item in enumerate(value)}
    return msgspec.structs.asdict(value) if isinstance(value, msgspec.Struct) else {}
