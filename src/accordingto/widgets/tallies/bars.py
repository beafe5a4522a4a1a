"""Votes as bars: one for each reading, or one for each place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from accordingto.widgets.tallies.tally import Column, Place, Readings, Tally


class Bars(Tally):
    """A bar for each reading of each place."""


class Ticks(Tally):
    """One bar for each place: how many have the reading `drawn` there."""

    def __init__(
        self, places: Sequence[Place], read: Callable[[Any], Readings], drawn: str
    ) -> None:
        super().__init__(places, read)
        self._drawn = drawn

    def drawn(self, columns: Sequence[Column]) -> dict[str, Any]:
        """One list of places."""
        rows = [
            (place.label, [(column, column.counts[place.id][self._drawn]) for column in columns])
            for place in self.places
        ]
        return {"places": [("", rows)]}
