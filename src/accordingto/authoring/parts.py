"""Parts of exercises that several makers give: an option to tick, a card, cards to sort.

Their names tell nothing: they are made of the text, and what is handed out stands in their order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from accordingto.authoring.lacking import Lacking
from accordingto.authoring.said import Said

One = TypeVar("One")
_FEWEST = 3  # cards to sort


def name_of(text: str) -> str:
    """A name that tells nothing of its place among others."""
    return f"c{hashlib.sha256(text.encode()).hexdigest()[:6]}"


def option(text: str, why: dict[str, Any], *, right: bool) -> dict[str, Any]:
    """An option to tick, or to leave."""
    return {"value": name_of(text), "text": text, "right": right, **why}


def ticks(said: Said, options: Iterable[dict[str, Any]], points: int = 2) -> dict[str, Any]:
    """An exercise of options, in the order of their names."""
    return {"prompt": said["prompt"], "options": by(options, "value"), "points": points}


def card(text: str, why: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A card."""
    return {"id": name_of(text), "text": text, **more, **why}


def some_of_each(found: Mapping[str, Sequence[One]], most: int = 2) -> list[One]:
    """Some of each class, to be sorted. Raises Lacking where they are too few, or all of one."""
    chosen = [one for those in found.values() for one in those[:most]]
    if len(chosen) < _FEWEST or sum(map(bool, found.values())) < 2:
        raise Lacking
    return chosen


def sorting(said: Said, classes: Sequence[str], cards: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """An exercise of cards to sort; `said` has a class's name, and why a card is not of it."""
    return {
        "prompt": said["prompt"],
        "classes": [
            {"value": one, "text": said[one], "why": said[f"{one}_wrong"]} for one in classes
        ],
        "cards": by(cards, "id"),
        "points": max(2, len(cards) // 2),
    }


def by(parts: Iterable[dict[str, Any]], field: str) -> list[dict[str, Any]]:
    """The parts in the order of a field."""
    return sorted(parts, key=lambda part: str(part[field]))
