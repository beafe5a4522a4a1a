"""What is known of a page of one's own, as `about.yaml`: what it does not say stays unknown."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from accordingto.pages.blocks import Origin
from accordingto.pages.page import Page
from accordingto.yamlfile import YamlFile

RIGHTS = (
    "The copyright is the publisher's. The text is kept in this one place, on this computer, for "
    "teaching and study; lessons quote single sentences."
)
_KNOWN = {  # how the file calls what a page tells, and what is asked for it
    "title": ("headline", "Its headline"),
    "outlet": ("outlet", "The outlet that published it"),
    "author": ("byline", "Who wrote it"),
    "published": ("date of publication", "When it was published"),
    "link": ("link", "Its address"),
}
_NEVER_TOLD = ("picture", "note of correction", "licence")


class Known(msgspec.Struct, frozen=True):
    """What a page tells of its origin, and what it does not, in words."""

    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Actor(msgspec.Struct, frozen=True):
    """Who acts or speaks on a page, and for whom, as far as the page says."""

    name: str
    side: str = ""


class About(msgspec.Struct, frozen=True):
    """What reports and lessons need of an `about.yaml`; whatever else it holds is passed over."""

    title: str
    origin: Known = Known()
    rights: str = RIGHTS
    invented: bool = False
    content_note: str = ""
    actors: tuple[Actor, ...] = ()


def about_of(folder: Path) -> About:
    """Return what is known of a page. Raises ContentError for a file that cannot be read."""
    file = folder / "about.yaml"
    return YamlFile.read(file).convert(About) if file.is_file() else About(folder.name)


def asked(origin: Origin, ask: Callable[[str], str]) -> Origin:
    """Return the origin with what `ask` answers where the page says nothing; "" stays unknown."""
    answers = {
        field: ask(f"{question} (Enter if the page does not say): ").strip()
        for field, (_, question) in _KNOWN.items()
        if not getattr(origin, field)
    }
    return origin._replace(**answers)


def told_before(folder: Path, origin: Origin) -> Origin:
    """Return the origin with what an earlier version of the page told, where this one says less."""
    known = dict(one.split(": ", 1) for one in about_of(folder).origin.known if ": " in one)
    before = {field: known.get(word, "") for field, (word, _) in _KNOWN.items()}
    return origin._replace(**{field: getattr(origin, field) or before[field] for field in before})


def about(page: Page, origin: Origin, name: str) -> str:
    """Return the text of `about.yaml`."""
    data = origin._asdict()
    known = [f"{word}: {data[field]}" for field, (word, _) in _KNOWN.items() if data[field]]
    unknown = [word for field, (word, _) in _KNOWN.items() if not data[field]]
    fields: dict[str, Any] = {
        "title": origin.title or name,
        "invented": False,
        "content_note": "",
        "words": len(page.text.split()),
        "sha256": hashlib.sha256(page.text.encode()).hexdigest(),
        "origin": {"known": known, "unknown": [*unknown, *_NEVER_TOLD]},
        "actors": [],
        "rights": RIGHTS,
    }
    head = (
        "# What the page tells of itself. Complete it by hand; what is not known stays unknown.\n"
    )
    return head + _dumped(fields)


def kept_apart(page: Page) -> str:
    """Return the text of `apart.yaml`: what belongs to no paragraph, by kind, in its order."""
    head = "# What stood on the page and is no paragraph of it. Nothing here is read by a lesson.\n"
    return head + _dumped([{"kind": block.kind, "words": block.text} for block in page.apart])


def _dumped(data: Any) -> str:
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100))
