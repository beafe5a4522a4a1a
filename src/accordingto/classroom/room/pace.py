"""How long exercises took, and how many tries: out of the times that were kept with answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from accordingto.exercises import Entry
from accordingto.exercises.answers import moment

PAUSE = 15 * 60  # seconds: whoever did nothing for longer did something else
_COUNTED = ("predict", "vote", "check", "show")


@dataclass(frozen=True)
class Pace:
    """Medians of a class for one exercise: its checks, and the minutes that a first check took.

    They are counted from what was done last in another exercise. `minutes` is None where that was
    never within a quarter of an hour.
    """

    tries: float
    minutes: float | None


def paces(students: Iterable[Mapping[str, Entry]]) -> dict[str, Pace]:
    """The pace of each exercise that was checked, by its id."""
    tries: defaultdict[str, list[int]] = defaultdict(list)
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    for entries in students:
        for exercise, entry in entries.items():
            if checks := sum(one.did == "check" for one in entry.attempts):
                tries[exercise].append(checks)
        for exercise, took in _seconds(entries).items():
            seconds[exercise].append(took)
    return {
        exercise: Pace(median(each), median(seconds[exercise]) / 60 if seconds[exercise] else None)
        for exercise, each in tries.items()
    }


def _seconds(entries: Mapping[str, Entry]) -> dict[str, float]:
    """For each exercise, the time from the last thing done in another to its first check."""
    done = sorted(
        (time, exercise, one.did == "check")
        for exercise, entry in entries.items()
        for one in entry.attempts
        if one.did in _COUNTED and (time := moment(one.at))
    )
    took: dict[str, float] = {}
    here, turned, last = "", None, None  # the exercise, when one turned to it, and the last thing
    for time, exercise, is_check in done:
        if exercise != here:
            here, turned = exercise, last
        last = time
        if is_check and exercise not in took and turned:
            took[exercise] = (time - turned).total_seconds()
    return {exercise: seconds for exercise, seconds in took.items() if seconds <= PAUSE}
