"""The chain of a statement: its origin, and the hands it came by as far as the page says."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.readings.records import Link

UNDISCLOSED = Link(name="not disclosed", type="undisclosed")
CONDUITS = frozenset({"outlet", "document", "named journalist"})


def chained(origin: Link | None, passed_on: Sequence[Link], hearsay: bool) -> tuple[Link, ...]:
    """The conduits, nearest the origin first.

    "Reportedly" says that somebody passed it on: where the page names nobody, that link is
    undisclosed, and nobody is guessed.
    """
    if passed_on:
        return tuple(passed_on)
    return (UNDISCLOSED,) if origin and hearsay else ()
