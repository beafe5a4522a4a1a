"""Compare two readings of one article: what both found, what one missed, where edges slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.readings.marks import Layer, Mark, marks, words_of
from accordingto.readings.records import Reading
from accordingto.text import Article

Labelled = tuple[frozenset[int], str]  # the words of a mark, and what it is called


@dataclass(frozen=True)
class Score:
    """Precision, recall and their harmonic mean, out of three counts."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 when nothing was found or wanted."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 1 when nothing was found or wanted."""
        return self.right / self.wanted if self.wanted else float(not self.found)

    @property
    def f(self) -> float:
        """The balanced F measure (van Rijsbergen 1979), which out of counts is this."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True)
class Match:
    """Two marks of the same thing. `overlap` is the Jaccard index of their words, 0 to 1."""

    found: Mark
    wanted: Mark
    overlap: float

    @property
    def exact(self) -> bool:
        """Whether both cover the same words; marks of punctuation do not count."""
        return self.overlap == 1.0

    @property
    def same_label(self) -> bool:
        """Whether both call it the same."""
        return self.found.label == self.wanted.label


@dataclass(frozen=True)
class Comparison:
    """The result of comparing a reading with another that is taken as the reference."""

    matched: tuple[Match, ...]
    missed: tuple[Mark, ...]
    extra: tuple[Mark, ...]
    whole: Score
    words: Score

    @property
    def slips(self) -> tuple[Match, ...]:
        """Matches whose boundaries differ by at least a word."""
        return tuple(match for match in self.matched if not match.exact)


def compare(
    article: Article,
    reading: Reading,
    measure: Reading,
    *,
    layer: Layer = "quotations",
    at_least: float = 0.5,
) -> Comparison:
    """Hold one layer of `reading` against the same layer of `measure`.

    Two marks are of the same thing when the Jaccard index of their words is `at_least`;
    each is matched once, the closest pair first; of pairs as close, those of one label go first,
    then those that stand first in the text, so that neither order nor side matters.
    """
    return compare_marks(article, marks(reading, layer), marks(measure, layer), at_least=at_least)


def compare_marks(
    article: Article, found: Sequence[Mark], wanted: Sequence[Mark], *, at_least: float = 0.5
) -> Comparison:
    """Hold marks against marks; `compare` says how."""
    found_words = [words_of(article, mark) for mark in found]
    wanted_words = [words_of(article, mark) for mark in wanted]
    pairs = _pairs(
        [(words, mark.label) for words, mark in zip(found_words, found, strict=True)],
        [(words, mark.label) for words, mark in zip(wanted_words, wanted, strict=True)],
        at_least,
    )
    matched = tuple(Match(found[i], wanted[j], overlap) for overlap, i, j in pairs)
    paired_found = {i for _, i, _ in pairs}
    paired_wanted = {j for _, _, j in pairs}
    all_found = frozenset[int]().union(*found_words)
    all_wanted = frozenset[int]().union(*wanted_words)
    return Comparison(
        matched=matched,
        missed=tuple(mark for j, mark in enumerate(wanted) if j not in paired_wanted),
        extra=tuple(mark for i, mark in enumerate(found) if i not in paired_found),
        whole=Score(len(matched), len(found), len(wanted)),
        words=Score(len(all_found & all_wanted), len(all_found), len(all_wanted)),
    )


def _pairs(
    found: Sequence[Labelled], wanted: Sequence[Labelled], at_least: float
) -> list[tuple[float, int, int]]:
    """The pairs of indices that match, with their overlap, in the order of the text."""
    holders: dict[int, list[int]] = defaultdict(list)
    for j, (words, _) in enumerate(wanted):
        for word in words:
            holders[word].append(j)
    candidates = []
    for i, (words, label) in enumerate(found):
        for j in {j for word in words for j in holders[word]}:
            others, other_label = wanted[j]
            overlap = len(words & others) / len(words | others)
            if overlap >= at_least:
                where = sorted((sorted(words), sorted(others)))
                rank = (-overlap, label != other_label, where, label, other_label)
                candidates.append((rank, overlap, i, j))
    taken_found: set[int] = set()
    taken_wanted: set[int] = set()
    chosen = []
    for _, overlap, i, j in sorted(candidates):
        if i not in taken_found and j not in taken_wanted:
            taken_found.add(i)
            taken_wanted.add(j)
            chosen.append((overlap, i, j))
    return sorted(chosen, key=lambda pair: pair[1:])
