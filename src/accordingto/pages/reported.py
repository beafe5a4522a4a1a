"""Which statement reports a reaction: the one whose cue is evidence of it."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.readings import Attribution, Reaction


def reports(one: Attribution, reaction: Reaction) -> bool:
    """Whether the cue of a statement is evidence of a reaction."""
    return bool(one.cue) and {*one.cue} <= {*reaction.evidence}


def reporting(reaction: Reaction, statements: Iterable[Attribution]) -> Attribution | None:
    """Return the statement that reports a reaction, if one does."""
    return next((one for one in statements if reports(one, reaction)), None)
