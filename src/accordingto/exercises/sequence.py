"""Scoring what was put in order: the right items, and the right neighbours."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

Ties = tuple[tuple[str, str], ...]


def arranged(found: Sequence[str], wanted: Sequence[str]) -> float:
    """How near one arrangement is to another, from 0 to 1.

    Half is for the items: those that belong, less those that do not, over those wanted. Half is
    for the order: the share of wanted neighbours that stand side by side.
    """
    hits = len(set(found) & set(wanted))
    items = max(0.0, (hits - (len(found) - hits)) / len(wanted))
    neighbours = set(pairwise(wanted))
    if not neighbours:
        return items
    return (items + len(neighbours & set(pairwise(found))) / len(neighbours)) / 2


def misplaced(found: Sequence[str], wanted: Sequence[str]) -> set[str]:
    """The items that belong, but stand in each other's places.

    Those that do not belong, and those that are missing, are left out first: neither is a reason
    to blame an item that follows.
    """
    fitting = [item for item in found if item in wanted]
    ordered = [item for item in wanted if item in found]
    return {mine for mine, theirs in zip(fitting, ordered, strict=True) if mine != theirs}


def variants(wanted: Sequence[str], ties: Ties) -> Iterator[tuple[str, ...]]:
    """The arrangement with each tied pair of neighbours as written and the other way round."""
    for turned in product((False, True), repeat=len(ties)):
        items = list(wanted)
        for (first, second), turn in zip(ties, turned, strict=True):
            if turn:
                at, to = items.index(first), items.index(second)
                items[at], items[to] = second, first
        yield tuple(items)


def require_ties(ties: Ties, wanted: Sequence[str]) -> None:
    """Raise ValueError where a tie is not of two neighbours."""
    neighbours = set(pairwise(wanted))
    for first, second in ties:
        if (first, second) not in neighbours:
            raise ValueError(f"the tie {first}, {second}: expected two that follow each other")


def shuffled(ids: Iterable[str], seed: str) -> tuple[str, ...]:
    """The ids in an order that looks accidental, is always the same, and is not the given one."""
    given = tuple(ids)
    found = mixed(given, seed)
    return found if found != given else tuple(reversed(given))


def mixed(ids: Iterable[str], seed: str) -> tuple[str, ...]:
    """The ids in an order that looks accidental, and is the same however they were given."""
    return tuple(sorted(ids, key=lambda one: hashlib.sha256(f"{seed} {one}".encode()).digest()))
