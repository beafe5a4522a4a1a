"""Who came late, and what that costs: by nbgrader's own models and, if there is one, its own rule.

The gradebook holds when a lesson is due, each student's extension, when work came, and the points
that are taken off. nbgrader's rule is the course's `AssignLatePenalties` in `nbgrader_config.py`,
which takes off nothing, or all, or what a plugin of the course's own says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

Rule = Callable[[str, float, float], float | None]  # student, points, seconds late: points off
_DAY = 86_400  # seconds


@dataclass(frozen=True)
class Late:
    """One student's work: when it came, when it was due for them, and what that takes off."""

    student: str
    handed_in: datetime | None
    due: datetime | None
    seconds: float
    points: float
    before: float
    after: float


def per_day(percent: float) -> Rule:
    """Return the rule that takes off so much of the points for every day that has begun.

    Raises ValueError for what is no share.
    """
    if not 0 <= percent <= 100:
        raise ValueError(f"expected a share of 0 to 100 percent, got {percent:g}")
    return lambda _, points, seconds: points * min(1.0, percent / 100 * ceil(seconds / _DAY))


def nbgraders_rule(settings: Any) -> Rule:
    """Return the rule of a course's nbgrader, out of its settings."""
    from nbgrader.preprocessors import AssignLatePenalties

    assigns = AssignLatePenalties(config=settings)
    assigns.init_plugin()
    rule: Rule = assigns.plugin_inst.late_submission_penalty
    return rule


def reckoned(
    submissions: Iterable[Any], lesson: str, extensions: Mapping[str, timedelta], rule: Rule
) -> list[Late]:
    """Set the extensions, and what being late takes off, and return it of each submission.

    Nothing is taken off work of which no time is known, nor more than its points. Raises
    LookupError for an extension of somebody who has handed in nothing.
    """
    by_student = {one.student_id: one for one in submissions}
    if unknown := sorted(extensions.keys() - by_student.keys()):
        raise LookupError(f"an extension for {unknown[0]}, of whom there are no marks yet")
    for student, extension in extensions.items():
        by_student[student].extension = extension or None
    return [_reckoned(one, lesson, rule) for _, one in sorted(by_student.items())]


def _reckoned(submission: Any, lesson: str, rule: Rule) -> Late:
    notebook = next(one for one in submission.notebooks if one.name == lesson)
    before = notebook.late_submission_penalty or 0.0
    seconds = submission.total_seconds_late
    points = notebook.score
    taken = rule(submission.student_id, points, seconds) if seconds > 0 else None
    after = min(max(taken or 0.0, 0.0), points)
    notebook.late_submission_penalty = after or None
    return Late(
        student=submission.student_id,
        handed_in=submission.timestamp,
        due=submission.duedate,
        seconds=seconds,
        points=points,
        before=before,
        after=after,
    )
