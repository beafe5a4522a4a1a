"""The class behind a vote, where this kernel knows of one.

A kernel is told from above, by a folder of a class or by a room. So a student's notebook needs
nothing of a classroom until there is one.
"""

from __future__ import annotations

from typing import Any, Protocol
from weakref import WeakSet

from markupsafe import Markup

from accordingto.exercises import Question, Sheet
from accordingto.exercises.answers import AT_WORK


class Votes(Protocol):
    """What a class answered, without a name."""

    def answers(self, sheet: Sheet, question: Question[Any]) -> list[dict[str, Any]]:
        """The answers to an exercise as plain data; none where too few were given to be shown."""

    def drawn(self, sheet: Sheet, question: Question[Any]) -> Markup:
        """The answers to an exercise as a figure; nothing where too few were given."""


class Onlooker(Protocol):
    """Somebody who shows votes."""

    def draw_votes(self) -> None:
        """Show them as they are now."""


_known: list[Votes] = []
_onlookers: WeakSet[Onlooker] = WeakSet()


def tell(votes: Votes | None) -> None:
    """Let votes show this class from now on, or none."""
    _known[:] = [] if votes is None else [votes]
    draw_again()


def known() -> Votes | None:
    """The class that this kernel was told of, or None."""
    return _known[-1] if _known else None


def join(onlooker: Onlooker) -> None:
    """Tell somebody, for as long as they live, whenever the votes are others."""
    with AT_WORK:
        _onlookers.add(onlooker)


def draw_again() -> None:
    """Have the votes shown as they are now, wherever they are shown."""
    with AT_WORK:
        all_of_them = list(_onlookers)
    for onlooker in all_of_them:
        onlooker.draw_votes()
