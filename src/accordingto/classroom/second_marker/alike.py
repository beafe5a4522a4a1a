"""Answers that are the same, or nearly: found so that one mark may serve them, and for no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

NEAR = 0.85  # of the words in common and in order, from which two answers are called alike
SHORT = 6  # words; shorter answers are alike only where they are the same
FIRST = 1_000  # words that are compared, for the time that it takes grows with their square


def alike(texts: Sequence[str]) -> list[int]:
    """For each text the number of its group, from 1 in the order in which groups begin.

    Capitals, punctuation and spaces do not count. Nearness is difflib's ratio over words (after
    Ratcliff and Metzener, "Pattern matching: the Gestalt approach", Dr. Dobb's Journal, 1988);
    whoever is near to one of a group belongs to it. Of a longer text its first words count.
    """
    words = [tuple(re.findall(r"\w+", text.casefold())[:FIRST]) for text in texts]
    group = list(range(len(words)))
    first: dict[tuple[str, ...], int] = {}
    for index, said in enumerate(words):
        if said in first:
            _join(group, index, first[said])
            continue
        for other in _near(said, first):
            _join(group, index, first[other])
        first[said] = index
    roots = [_root(group, index) for index in range(len(words))]
    numbers = {root: number for number, root in enumerate(dict.fromkeys(roots), 1)}
    return [numbers[root] for root in roots]


def _near(said: tuple[str, ...], others: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The quick ratios are never below the real one, and spare most pairs its cost."""
    if len(said) < SHORT:
        return []
    matcher = SequenceMatcher(None, b=said, autojunk=False)
    found = []
    for other in others:
        if len(other) >= SHORT:
            matcher.set_seq1(other)
            ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
            if all(ratio() >= NEAR for ratio in ratios):
                found.append(other)
    return found


def _root(group: list[int], index: int) -> int:
    while group[index] != index:
        index = group[index]
    return index


def _join(group: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(group, one), _root(group, other)))
    group[high] = low
