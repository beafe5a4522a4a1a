"""How each exercise did in a class: the usual figures of classical test theory.

Facility is the mean credit. Discrimination is the correlation of the credit with that of all other
exercises (the item-rest correlation, which for an exercise that is right or wrong is the point-
biserial; Crocker and Algina 1986, *Introduction to Classical and Modern Test Theory*, ch. 14).

A key is in doubt where those who do well elsewhere do worse here; or where a value that earns
nothing is chosen more often than the key (a sign test), and not by those who do badly elsewhere,
for that would be a common error and no wrong key. Correlations are tested by Fisher's z (1921), and
the chance is multiplied by the number of tests (Bonferroni), so that mere guessing puts a key in
doubt no more often than `CHANCE` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import atanh, sqrt
from statistics import NormalDist, StatisticsError, correlation, fmean
from typing import Any

from accordingto.classroom.room.first_tries import First, FirstTries
from accordingto.exercises import Question
from accordingto.exercises.choosing import Choosing
from accordingto.widgets.markdown import plain

FEWEST = 10  # students who answered: of fewer, a correlation says nothing
CHANCE = 0.01  # in one of a hundred exercises a flag is raised by chance alone
HARD, EASY = 0.5, 0.95  # mean credits: under the one, and over the other
_NOT_BADLY = 0.2  # the chance by which choosers must do better elsewhere than who chose else
_NEARLY_ONE = 1 - 1e-9  # a correlation of 1 is infinitely far from chance

Pairs = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Taken:
    """A value that a place of an exercise can have, its credit, and who chose it.

    `words` are what both are called on the screen; the place's are empty for a whole exercise.
    `rest` is the mean credit in all other exercises of those who did; None where nobody did.
    """

    place: str
    value: str
    words: tuple[str, str]
    credit: float
    chosen: int
    rest: float | None

    def __str__(self) -> str:
        place, value = self.words
        return f"“{value}” for “{place}”" if place else f"“{value}”"


@dataclass(frozen=True)
class Item:
    """One exercise in a class: `facility` and `discrimination` are None where they have no value.

    `doubt` is how often chance alone speaks as much against the key, from 0 to 1. `flags` say in
    words what to look at, the gravest first.
    """

    question: Question[Any]
    answered: int
    facility: float | None
    discrimination: float | None
    doubt: float
    values: tuple[Taken, ...]
    flags: tuple[str, ...]


def items(scores: FirstTries) -> tuple[Item, ...]:
    """Every scored exercise of the sheet, in its order."""
    return tuple(_item(scores, question) for question in scores.sheet if not question.unscored)


def suspects(found: Iterable[Item]) -> list[Item]:
    """The exercises whose key is in doubt, the most doubtful first."""
    return sorted((item for item in found if item.doubt < CHANCE), key=lambda item: item.doubt)


@dataclass(frozen=True)
class _Try:
    """One student's credit, that of the rest, and the value in each place."""

    credit: float
    rest: float | None
    values: Mapping[str, str]


def _item(scores: FirstTries, question: Question[Any]) -> Item:
    tries = [
        _try(scores, question, student) for student in scores.students if question.id in student
    ]
    pairs = [(one.credit, one.rest) for one in tries if one.rest is not None]
    taken = tuple(_taken(scores, question, tries))
    facility = fmean(one.credit for one in tries) if tries else None
    rivals = [_rival(one, taken, tries) for one in taken if not one.credit]
    worse = _by_chance([(credit, -rest) for credit, rest in pairs])
    doubt = min(1.0, (1 + len(rivals)) * min(worse, *rivals, 1.0))
    return Item(
        question,
        answered=len(tries),
        facility=facility,
        discrimination=_correlation(pairs),
        doubt=doubt,
        values=taken,
        flags=tuple(_flags(len(tries), facility, doubt, taken)),
    )


def _try(scores: FirstTries, question: Question[Any], student: Mapping[str, First]) -> _Try:
    first = student[question.id]
    values = (
        question.values(question.answer(first.answer)) if isinstance(question, Choosing) else {}
    )
    return _Try(first.credit, scores.rest(student, question.id), values)


def _taken(scores: FirstTries, question: Question[Any], tries: Sequence[_Try]) -> Iterator[Taken]:
    """Every value that the exercise offers, place by place."""
    if not isinstance(question, Choosing):
        return
    words = question.words()
    for place, values in question.places(scores.sheet.material(question)).items():
        for value, credit in values.items():
            by = [one.rest for one in tries if one.values.get(place) == value]
            rests = [rest for rest in by if rest is not None]
            named = (plain(words[place, value][0]), plain(words[place, value][1]))
            yield Taken(place, value, named, credit, len(by), fmean(rests) if rests else None)


def _rival(one: Taken, taken: Sequence[Taken], tries: Sequence[_Try]) -> float:
    """How often chance alone prefers a value that earns nothing as clearly, from 0 to 1.

    Of two values nothing is said, for who guesses may like “yes” better than “no”.
    """
    place = [other for other in taken if other.place == one.place]
    key = max(place, key=lambda other: (other.credit, other.chosen))
    chosen = [(float(t.values.get(one.place) == one.value), t.rest) for t in tries]
    by_whom = _by_chance([(whether, rest) for whether, rest in chosen if rest is not None])
    if len(place) <= 2 or by_whom > _NOT_BADLY:
        return 1.0
    both = one.chosen + key.chosen
    by_guessing = NormalDist(both / 2, sqrt(both) / 2)  # of the binomial, on the safe side
    return _NOT_BADLY * (1 - by_guessing.cdf(one.chosen - 0.5))


def _by_chance(pairs: Pairs) -> float:
    """How often chance alone gives a correlation as high as this, from 0 to 1."""
    found = _correlation(pairs)
    if found is None or len(pairs) < FEWEST:
        return 1.0
    within = max(-_NEARLY_ONE, min(_NEARLY_ONE, found))
    return NormalDist().cdf(-atanh(within) * sqrt(len(pairs) - 3))


def _correlation(pairs: Pairs) -> float | None:
    """Pearson's; None of fewer than two pairs, and where one side is the same for all."""
    try:
        return correlation([one for one, _ in pairs], [other for _, other in pairs])
    except StatisticsError:
        return None


def _flags(
    answered: int, facility: float | None, doubt: float, taken: Sequence[Taken]
) -> Iterator[str]:
    if facility is None:
        yield "nobody answered it"
    elif answered < FEWEST:
        yield f"{answered} answered it: too few to say more than that"
    if facility is None or answered < FEWEST:
        return
    if doubt < CHANCE:
        yield "those who do well elsewhere go wrong here: look at the key and the wording first"
    if facility < HARD:
        yield "hard for this class"
    if facility > EASY:
        yield "nearly everybody has it: it tells nobody apart"
    for one in taken:
        if not one.chosen and not one.credit and _is_missed(one, taken, answered):
            yield f"nobody chose {one}: it may be too plainly wrong"


def _is_missed(one: Taken, taken: Sequence[Taken], answered: int) -> bool:
    """Whether mere guessing would have given somebody this value, and each of its rivals."""
    rivals = sum(other.place == one.place for other in taken)
    return len(taken) * (1 - 1 / rivals) ** answered < CHANCE
