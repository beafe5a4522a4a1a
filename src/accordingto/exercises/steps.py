"""What a check tells, step by step, so that the next click is not full marks.

First how many are missing, then where, and from the third check on, or on request, which and why:
who is told an answer before having looked for it has nothing left to find.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from accordingto.exercises.outcome import Outcome, Part
from accordingto.text.wording import counted

WHERE, WHICH = 2, 3  # the checks from which a paragraph, and then everything, is told


def told_at(outcome: Outcome, step: int) -> Outcome:
    """Returns as much of an outcome as is told at the check of that number, counted from 1."""
    if step >= WHICH:
        return outcome
    unfound = [part for part in outcome.parts if part.unfound]
    parts = [_early(part) for part in outcome.parts if not part.unfound]
    if unfound:
        parts.append(_in_number(unfound) if step < WHERE else _by_place(unfound))
    return msgspec.structs.replace(outcome, parts=tuple(parts))


def _early(part: Part) -> Part:
    return part if part.early is None else msgspec.structs.replace(part, text=part.early)


def _in_number(unfound: Sequence[Part]) -> Part:
    return Part(verdict="missing", text=f"{counted(len(unfound), 'is', 'are')} still to find.")


def _by_place(unfound: Sequence[Part]) -> Part:
    """How many, and the paragraphs to look at; some belong to the page as a whole, or to none."""
    anywhere = sum(not part.look for part in unfound)
    look = tuple(sorted({number for part in unfound for number in part.look}))
    text = f"{counted(len(unfound), 'is', 'are')} still to find."
    if anywhere and look:
        text += f" For {anywhere} of them no one paragraph can be named."
    elif anywhere:
        text += " No one paragraph can be named: think of the page as a whole."
    return Part(verdict="missing", text=text, look=look)
