"""The cells that nbgrader knows: the call that asks an exercise, and what a student writes."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from accordingto.exercises import Question
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.question import grade_id

_ASK = re.compile(r"""^ask\(["']([^"']+)["'](?:, *(\w+))?\)$""")
_SCHEMA = {"schema_version": 3, "task": False}


class Call(NamedTuple):
    """The call that asks an exercise; `function` is the one to be checked, if one is."""

    exercise: str
    function: str = ""

    @classmethod
    def of(cls, question: Question[Any]) -> Call:
        """The call that asks the question."""
        return cls(question.id, question.function if isinstance(question, Code) else "")

    def __str__(self) -> str:
        return f'ask("{self.exercise}"{self.function and f", {self.function}"})'


def asked(source: str) -> Call | None:
    """The call of a code cell that asks, and does nothing else; None of another cell."""
    found = _ASK.match(source.strip())
    return Call(found[1], found[2] or "") if found else None


def graded(question: Question[Any]) -> dict[str, Any]:
    """nbgrader's metadata of the cell that asks the question. A text is written into its cell."""
    return {
        "grade": True,
        "grade_id": grade_id(question.id),
        "points": question.points,
        "solution": question.unscored,
        "locked": not question.unscored,
        **_SCHEMA,
    }


def written(name: str) -> dict[str, Any]:
    """nbgrader's metadata of a cell that is the student's own."""
    return {"grade": False, "grade_id": name, "solution": True, "locked": False, **_SCHEMA}
