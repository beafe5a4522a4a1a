"""One person under several names: who is who on a page, as the machine has it and a person says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from accordingto.instrument.descriptions import without_title
from accordingto.readings import Attribution, Link
from accordingto.text import Article

NO_ONE = ("undisclosed", "none")  # types of a hand that is nobody in particular


class Person(NamedTuple):
    """A source of the page; `called` are the words that stand for it, each with how often."""

    name: str
    type: str
    called: tuple[tuple[str, int], ...]


class Names:
    """Which names are one person's, out of what was merged and parted by hand.

    A draft's own names are raw. `same` gives the name of the person for a raw one; words that were
    parted from a raw name have a person of their own. At first a surname alone, or with "Ms" or
    "Dr", is whoever has it on the page with a first name, if that is one person.
    """

    def __init__(self, records: Iterable[Attribution]) -> None:
        named = [link.name for _, link in hands(records) if link.type.startswith("named")]
        full = {name for name in named if " " in name and without_title(name) == name}
        self._same = {
            name: whose.pop()
            for name in dict.fromkeys(named)
            if len(whose := {one for one in full if one.endswith(f" {without_title(name)}")}) == 1
        }
        self._parted: dict[tuple[str, str], str] = {}

    def of(self, name: str, words: str = "") -> str:
        """Return the person's name for a raw one; `words` is what the page calls them there."""
        return self._parted.get((name, words)) or self._same.get(name, name)

    def merge(self, name: str, into: str) -> None:
        """Make one person of two."""
        self._same = {raw: into if whose == name else whose for raw, whose in self._same.items()}
        self._parted = {
            raw: into if whose == name else whose for raw, whose in self._parted.items()
        }
        self._same.setdefault(name, into)

    def part(self, raw: Iterable[str], words: str, own: str) -> None:
        """Give `words` a person of their own, wherever they stood for one of the `raw` names."""
        self._parted |= {(name, words): own for name in raw}

    def resolved(self, article: Article, records: list[Attribution]) -> list[Attribution]:
        """Return statements with the name and the type of the person for every hand."""
        types = {link.name: link.type for _, link in reversed(list(hands(records)))}

        def whose(link: Link | None) -> Link | None:
            if link is None or link.type in NO_ONE:
                return link
            name = self.of(link.name, called(article, link))
            if name == link.name:
                return link
            return msgspec.structs.replace(link, name=name, type=types.get(name, link.type))

        return [
            msgspec.structs.replace(
                one,
                origin=whose(one.origin),
                conduits=tuple(link for conduit in one.conduits if (link := whose(conduit))),
            )
            for one in records
        ]


def called(article: Article, link: Link) -> str:
    """Return the words that stand for somebody at a place of the page."""
    return " ".join(article[span] for span in link.spans) or link.name


def hands(records: Iterable[Attribution]) -> Iterator[tuple[Attribution, Link]]:
    """Yield every hand that is somebody, with its statement."""
    for one in records:
        for link in (one.origin, *one.conduits):
            if link and link.type not in NO_ONE:
                yield one, link


def people(article: Article, records: Iterable[Attribution]) -> tuple[Person, ...]:
    """Return the people of some statements, in the order in which the page brings them up."""
    words: dict[str, Counter[str]] = {}
    types: dict[str, str] = {}
    for _, link in hands(records):
        words.setdefault(link.name, Counter())[called(article, link)] += 1
        types.setdefault(link.name, link.type)
    return tuple(
        Person(name, types[name], tuple(counts.most_common())) for name, counts in words.items()
    )
