"""The part of hidden checks that a student may know: their number."""

from __future__ import annotations

from typing import Any

import msgspec

from accordingto.exercises import Outcome, Question
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.outcome import Part
from accordingto.text.wording import counted


def without_hidden(question: Question[Any], outcome: Outcome) -> Outcome:
    """The outcome without a word of hidden checks, but for their number."""
    if not isinstance(question, Code):
        return outcome
    hidden = {case.name for case in question.cases if case.hidden}
    parts = [part for part in outcome.parts if part.ref not in hidden]
    if left := len(outcome.parts) - len(parts):
        more = counted(left, "more check was", "more checks were")
        text = f"{more} made on texts that are not shown."
        parts.append(Part(verdict="note", text=text))
    return msgspec.structs.replace(outcome, parts=tuple(parts))
