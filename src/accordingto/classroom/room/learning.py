"""What a class learned: the same question before the first lesson and after the last, by person.

The gain is normalised: of what there was to gain, how much was gained (Hake 1998, *American Journal
of Physics* 66, 64), computed from the means of the class. Its interval is a bootstrap's over the
students (Efron 1979).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from accordingto.exercises import Entry, Sheet
from accordingto.exercises.study import Pair, pairs
from accordingto.readings.intervals import interval

DRAWINGS = 2_000

Twice = tuple[float, float]  # one student's credit before, and after


@dataclass(frozen=True)
class Gain:
    """Mean credits before and after, from 0 to 1, of those `students` who answered both times.

    `gain` is None where nothing was left to gain; `low` and `high` where students are too few.
    """

    students: int
    before: float
    after: float
    gain: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Learning:
    """The gain over all questions, and of each by its title; None where nobody answered twice.

    `once` is how many students answered only before, or only after.
    """

    whole: Gain | None
    questions: Mapping[str, Gain | None]
    once: int


NOT_SAID = (
    "Nobody was taught otherwise, so that this does not say what the lessons did: the same weeks "
    "brought other lessons, and a question that is met again is easier. It says how those who "
    "answered both times answered, and not how others would have."
)


def learning(
    sheets: Mapping[str, Sheet], students: Iterable[Mapping[str, Mapping[str, Entry]]]
) -> Learning:
    """What students learned, each given as the entries of every lesson by its name."""
    found: list[list[Pair]] = [list(pairs(sheets, _complete(sheets, one))) for one in students]
    titles = [pair.before.question.title for pair in pairs(sheets, _complete(sheets, {}))]
    by_question = {
        title: [twice for one in found if (twice := _twice(one[number]))]
        for number, title in enumerate(titles)
    }
    answered = [list(filter(None, map(_twice, one))) for one in found]
    whole = [_mean(both) for both in answered if both]
    return Learning(
        whole=gain(whole),
        questions={title: gain(both) for title, both in by_question.items()},
        once=sum(_once(one) for one in found),
    )


def gain(both: Sequence[Twice]) -> Gain | None:
    """The normalised gain of students by their credits before and after; None of nobody."""
    if not both:
        return None
    before, after = _mean(both)
    low, high = interval(both, _normalised, drawings=DRAWINGS)
    return Gain(len(both), before, after, _normalised(both), low, high)


def _normalised(both: Sequence[Twice]) -> float | None:
    before, after = _mean(both)
    return None if before >= 1 else (after - before) / (1 - before)


def _mean(both: Sequence[Twice]) -> Twice:
    return fmean(one for one, _ in both), fmean(other for _, other in both)


def _complete(
    sheets: Mapping[str, Sheet], student: Mapping[str, Mapping[str, Entry]]
) -> dict[str, Mapping[str, Entry]]:
    return {name: student.get(name, {}) for name in sheets}


def _twice(pair: Pair) -> Twice | None:
    first, then = pair.before.credit, pair.after.credit
    return None if first is None or then is None else (first, then)


def _once(asked: Iterable[Pair]) -> bool:
    """Whether a student answered some question at one of the two times, and none at both."""
    each = list(asked)
    return not any(map(_twice, each)) and any(
        one.before.checked or one.after.checked for one in each
    )
