"""A table as a heat map: how many chose what in each cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from markupsafe import Markup

from accordingto.widgets.tallies.tally import Column, Place, Readings, Tally


class HeatMap(Tally):
    """Rows of places that offer the same readings; `grid` are, for each row, its places.

    Places are grouped by `heads`, one for each place of a row.
    """

    template: ClassVar[str] = "widgets/tallies/heat_map.html"

    def __init__(
        self,
        grid: Sequence[tuple[Markup, Sequence[Place]]],
        read: Callable[[Any], Readings],
        heads: Sequence[Markup],
    ) -> None:
        super().__init__([place for _, row in grid for place in row], read)
        self._grid, self._heads = grid, heads

    def drawn(self, columns: Sequence[Column]) -> dict[str, Any]:
        """For each time a table of counts."""
        _, first = self._grid[0]
        return {
            "heads": [
                (head, list(place.options.values()))
                for head, place in zip(self._heads, first, strict=True)
            ],
            "tables": [(column, self._table(column)) for column in columns],
        }

    def _table(self, column: Column) -> list[tuple[Markup, list[list[int]]]]:
        return [
            (label, [[column.counts[place.id][one] for one in place.options] for place in places])
            for label, places in self._grid
        ]
