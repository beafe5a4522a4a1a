"""How far many readers agree, where some left some items out: with intervals, and in words.

Values are NLTK's. Before it is asked, ratings are brought into what each of its measures can take:
it counts two ratings of one item by one reader as of two, and ends in StopIteration where one is
missing. Intervals are of a bootstrap over the items (Efron 1979), as Hayes and Krippendorff (2007)
do it: so wide may the figure be with other items of the kind. NLTK takes a tenth of a second for
thirty readers, so that for the drawings each figure is worked out of counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from accordingto.readings.intervals import interval

if TYPE_CHECKING:
    from nltk.metrics.agreement import AnnotationTask

Ratings = Mapping[str, Mapping[str, Hashable]]  # by reader and item; an item left out is not there
Distance = Callable[[Hashable, Hashable], float]
T = TypeVar("T")
Counts = Sequence[Counter[Hashable]]  # of each item, how many gave it which label

ALPHA = "Krippendorff’s alpha"
DRAWINGS = 1_000


@dataclass(frozen=True)
class Measure:
    """A figure of agreement, its interval and what they mean.

    `value` is None where it has none, and `low` and `high` where there are too few items.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    sentence: str


def percent_agreement(ratings: Ratings) -> Measure:
    """Of two readers who both rated an item, how often they gave it the same label."""
    counts, readers = _counted(ratings), len(ratings)
    value, low, high = _with_interval(_percent(counts), counts, _percent)
    if value is None:
        return _nothing("percent agreement", readers)
    return Measure(
        "percent agreement",
        value,
        low,
        high,
        f"Of {readers} readers, two that are drawn by lot say the same of {value:.0%} of the "
        f"items{_may_be(low, high, '.0%')}. Some of that is chance.",
    )


def krippendorffs_alpha(ratings: Ratings, *, sets: bool = False) -> Measure:
    """Krippendorff's alpha (1980), which takes missing ratings: nominal, or of sets by MASI.

    With `sets` labels are frozensets, and their distance is MASI (Passonneau 2006).
    """
    name = ALPHA + (", of sets" if sets else "")
    distance = _masi if sets else _differ
    counts = _counted(ratings)

    def alpha(some: Counts) -> float | None:
        return _alpha(some, distance)

    if alpha(counts) is None:
        return _nothing(name, len(ratings))
    told = {item for item, rated in _by_item(ratings).items() if len(rated) > 1}
    value = float(_task(ratings, told, distance).alpha())
    return _beyond_chance(name, *_with_interval(value, counts, alpha), len(ratings))


def fleiss_kappa(ratings: Ratings) -> Measure:
    """Fleiss's kappa (1971), over the items that every reader rated."""
    counts = [one for one in _counted(ratings) if one.total() == len(ratings)]
    if _fleiss(counts) is None:
        return _nothing("Fleiss’s kappa", len(ratings))
    whole = {item for item, rated in _by_item(ratings).items() if len(rated) == len(ratings)}
    value = float(_task(ratings, whole, _differ).pi())
    return _beyond_chance("Fleiss’s kappa", *_with_interval(value, counts, _fleiss), len(ratings))


def cohens_kappa(ratings: Ratings) -> Measure:
    """Cohen's kappa (1960) of two readers, over the items that both rated.

    Raises ValueError for more than two readers, or fewer.
    """
    if len(ratings) != 2:
        raise ValueError(f"Cohen's kappa: expected two readers, got {len(ratings)}")
    one, other = ratings
    both = [item for item in ratings[one] if item in ratings[other]]

    def kappa(items: Sequence[str]) -> float | None:
        labels = {ratings[reader][item] for reader in ratings for item in items}
        if len(labels) < 2:
            return None
        drawn = {
            reader: {f"{n} {item}": ratings[reader][item] for n, item in enumerate(items)}
            for reader in ratings
        }
        return float(_task(drawn, set(drawn[one]), _differ).kappa_pairwise(one, other))

    if (value := kappa(both)) is None:
        return _nothing("Cohen’s kappa", 2)
    return _beyond_chance("Cohen’s kappa", *_with_interval(value, both, kappa), 2)


def _task(ratings: Ratings, items: Iterable[str], distance: Distance) -> AnnotationTask:
    from nltk.metrics.agreement import AnnotationTask

    wanted = set(items)
    return AnnotationTask(
        [
            (reader, item, label)
            for reader, rated in ratings.items()
            for item, label in rated.items()
            if item in wanted
        ],
        distance=distance,
    )


def _by_item(ratings: Ratings) -> dict[str, list[Hashable]]:
    found: dict[str, list[Hashable]] = {}
    for rated in ratings.values():
        for item, label in rated.items():
            found.setdefault(item, []).append(label)
    return found


def _counted(ratings: Ratings) -> list[Counter[Hashable]]:
    """The labels of each item that two readers or more rated."""
    return [Counter(labels) for labels in _by_item(ratings).values() if len(labels) > 1]


def _percent(counts: Counts) -> float | None:
    shares = [_alike(one) for one in counts]
    return sum(shares) / len(shares) if shares else None


def _alike(labels: Counter[Hashable]) -> float:
    """Of the pairs of readers of an item, the share that gave it the same label."""
    readers = labels.total()
    return sum(n * (n - 1) for n in labels.values()) / (readers * (readers - 1))


def _fleiss(counts: Counts) -> float | None:
    every = sum(counts, Counter[Hashable]())
    if (observed := _percent(counts)) is None or len(every) < 2:
        return None
    expected = sum((n / every.total()) ** 2 for n in every.values())
    return (observed - expected) / (1 - expected)


def _alpha(counts: Counts, distance: Distance) -> float | None:
    every = sum(counts, Counter[Hashable]())
    if len(every) < 2:
        return None
    observed = sum(_apart(one, distance) / (one.total() - 1) for one in counts)
    expected = _apart(every, distance) / (every.total() - 1)
    return 1 - observed / expected


def _apart(labels: Counter[Hashable], distance: Distance) -> float:
    """The sum of the distances of all ordered pairs."""
    pairs = combinations(labels.items(), 2)
    return 2 * sum(n * m * distance(one, other) for (one, n), (other, m) in pairs)


def _differ(one: Hashable, other: Hashable) -> float:
    return float(one != other)


def _masi(one: Hashable, other: Hashable) -> float:
    from nltk.metrics.distance import masi_distance

    return 0.0 if one == other else float(masi_distance(one, other))  # two empty sets are alike


def _with_interval(
    value: float | None,
    items: Sequence[T],
    figure: Callable[[Sequence[T]], float | None],
) -> tuple[float | None, float | None, float | None]:
    if value is None:
        return None, None, None
    return value, *interval(items, figure, drawings=DRAWINGS)


def _beyond_chance(
    name: str, value: float | None, low: float | None, high: float | None, readers: int
) -> Measure:
    if value is None:
        return _nothing(name, readers)
    means = (
        f"{readers} readers agree no more than by chance"
        if value <= 0
        else f"{readers} readers come {value:.0%} of the way from chance to agreeing in all"
    )
    return Measure(name, value, low, high, f"{means}{_may_be(low, high, '.2f')}.")


def _may_be(low: float | None, high: float | None, form: str) -> str:
    if low is None or high is None:
        return "; the items are too few to say how sure that is"
    return f"; with other items of the kind it may be anything from {low:{form}} to {high:{form}}"


def _nothing(name: str, readers: int) -> Measure:
    why = (
        "one reader agrees with nobody"
        if readers < 2
        else "nobody could have disagreed, or no item was rated by two"
    )
    return Measure(name, None, None, None, f"There is no value: {why}.")
