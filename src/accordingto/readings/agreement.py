"""How far several readers agree, by NLTK's AnnotationTask, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import TYPE_CHECKING

from accordingto.readings.marks import Layer, marks, words_of
from accordingto.readings.records import Reading
from accordingto.text import Article

if TYPE_CHECKING:
    from nltk.metrics.agreement import AnnotationTask


class TooFewReaders(ValueError):
    """One reader, or none, agrees with nobody."""


class NoItems(ValueError):
    """There is nothing that readers could agree on."""


class DifferentItems(ValueError):
    """Readers labelled different items, so that they cannot be compared."""


@dataclass(frozen=True)
class Agreement:
    """Chance-corrected agreement, 1 for full agreement and about 0 for chance.

    `alpha` is Krippendorff's (1980), `kappa` Cohen's (1960) averaged over pairs of readers,
    `observed` the plain share of words on which pairs agree.
    """

    alpha: float
    kappa: float
    observed: float


def agreement(
    article: Article, readings: Sequence[Reading], *, layer: Layer = "quotations"
) -> Agreement:
    """Agreement of at least two readings about which words belong to a mark, and of what label.

    Raises TooFewReaders with fewer than two readings.
    """
    return label_agreement(
        {
            f"{number} {reading.reader}": dict(enumerate(word_labels(article, reading, layer)))
            for number, reading in enumerate(readings)
        }
    )


def word_labels(article: Article, reading: Reading, layer: Layer) -> list[str]:
    """Returns, for each word of the article, the label of the innermost mark on it, or ""."""
    labels = [""] * len(article.words)
    outermost_first = sorted(
        ((words_of(article, mark), mark) for mark in marks(reading, layer)),
        key=lambda pair: (-len(pair[0]), pair[1].id),
    )
    for words, mark in outermost_first:
        for word in words:
            labels[word] = mark.label
    return labels


def label_agreement(labels: dict[str, dict[int, str]]) -> Agreement:
    """Agreement of readers, by name, who each gave the same items a label.

    Raises TooFewReaders with fewer than two, DifferentItems where they labelled other items, and
    NoItems where there are none, of which agreement has no value.
    """
    if len(labels) < 2:
        raise TooFewReaders(f"agreement: expected at least two readers, got {len(labels)}")
    items = [set(of_one) for of_one in labels.values()]
    if any(of_one != items[0] for of_one in items):
        raise DifferentItems("agreement: expected every reader to label the same items")
    if not items[0]:
        raise NoItems("agreement: expected at least one item; of none, it has no value")
    distinct = {label for of_one in labels.values() for label in of_one.values()}
    if len(distinct) <= 1:
        return Agreement(1.0, 1.0, 1.0)  # nobody could have disagreed by chance

    from nltk.metrics.agreement import AnnotationTask

    task = AnnotationTask(
        [
            (reader, item, label)
            for reader, of_one in labels.items()
            for item, label in of_one.items()
        ]
    )
    kappas = [_kappa(task, one, other) for one, other in combinations(sorted(labels), 2)]
    return Agreement(float(task.alpha()), fmean(kappas), float(task.avg_Ao()))


def _kappa(task: AnnotationTask, one: str, other: str) -> float:
    try:
        return float(task.kappa_pairwise(one, other))
    except ZeroDivisionError:
        return 1.0  # both gave every item one same label: no room to disagree
