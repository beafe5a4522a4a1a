"""Ratings of several readers put together, as a cell has them from neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Ratings = dict[str, list[float]]


def pooled(mine: Mapping[str, Iterable[float]], neighbours: Any) -> Ratings:
    """One's own ratings with those of neighbours, class by class.

    A neighbour's are what the cell printed for them: a class of verb, and a list of numbers. What
    is none of that is left out, and a sentence is printed for it.
    """
    together: Ratings = {name: list(given) for name, given in mine.items()}
    if isinstance(neighbours, Mapping):
        neighbours = [neighbours]
    if not isinstance(neighbours, list | tuple):
        print(f"A list in square brackets was expected here, and this is {neighbours!r}.")
        neighbours = []
    for number, one in enumerate(neighbours, 1):
        if fault := _fault(one, together):
            print(f"I leave out neighbour {number}: {fault}.")
            continue
        if any(one == other for other in neighbours[: number - 1]):
            print(f"Neighbour {number} has the same ratings as another: was one pasted twice?")
        for name, given in one.items():
            together[name] += given
    return together


def _fault(one: Any, known: Ratings) -> str:
    """What is wrong with a neighbour's ratings; "" for nothing."""
    if not isinstance(one, Mapping):
        return f"expected what the cell printed, in curly brackets, and this is {one!r}"
    for name, given in one.items():
        if name not in known:
            return f"there is no class {name!r}; there are {', '.join(known)}"
        numbers = isinstance(given, list | tuple) and all(_is_rating(item) for item in given)
        if not numbers:
            return f"expected numbers from 1 to 7 in square brackets after {name!r}"
    return ""


def _is_rating(item: Any) -> bool:
    return isinstance(item, int | float) and not isinstance(item, bool) and 1 <= item <= 7
