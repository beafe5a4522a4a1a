"""When to look at something again that went wrong: after a day, and then at growing distances.

What is looked at again just before it is forgotten is kept longest, so each time that it is right
on a later day the next time is further off, and a mistake brings it back to the first day. The
boxes are those of Leitner (1972, "So lernt man lernen").
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

DAYS = (1, 3, 7, 21)  # from one look to the next
FULL = 1.0


def again_on(checks: Iterable[tuple[date, float]]) -> date | None:
    """The day to look again, by the days and credits of all checks; None for what never went wrong.

    Nor is there one for what was right on as many later days as there are distances.
    """
    last: date | None = None
    box = 0
    for day, credit in sorted(checks):
        if credit < FULL:
            last, box = day, 0
        elif last is not None and day > last:
            last, box = day, box + 1
    if last is None or box >= len(DAYS):
        return None
    return last + timedelta(days=DAYS[box])
