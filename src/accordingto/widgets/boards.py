"""A board of cards that lie shuffled: to put in order, to build a chain or a program from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from accordingto.exercises.sequence import shuffled
from accordingto.widgets.markdown import inline


def shuffled_cards(
    mode: Literal["order", "chain", "parsons"],
    field: str,
    label: str,
    cards: Mapping[str, str],
    seed: str,
) -> dict[str, Any]:
    """The control. `cards` are Markdown by their ids; a `seed` shuffles always the same way."""
    return {
        "part": "cards",
        "mode": mode,
        "field": field,
        "label": label,
        "cards": [{"id": one, "label": inline(cards[one])} for one in shuffled(cards, seed)],
    }
