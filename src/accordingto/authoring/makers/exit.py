"""A question to answer in writing before one goes, with its rubric."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis, Statement
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.said import Said

KIND = "free text"
_LIMIT, _LEAST = 80, 20  # words
_PIECE = 30  # signs: what is shorter says too little to be checked


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question; its samples are about the statement that most calls for a check."""
    fitting = [one for one in basis.statements if one.record.content]
    if not fitting:
        raise Lacking
    one = max(fitting, key=lambda one: (_need(one), -one.places[0].start))
    facts = {
        "content": basis.quote(one.record.content),
        "cue": basis.quote(one.record.cue),
        "number": basis.numbers(one.record.content),
    }
    levels, samples = said.say["levels"], dict(said.say["samples"])
    samples[max(levels)] = samples[_lack(one)]
    return [
        {
            "prompt": said["prompt"],
            "limit": _LIMIT,
            "least": _LEAST,
            "quote": "page",
            "self_check": list(said.say["checks"]),
            "rubric": [
                {"marks": mark, "text": levels[mark], "sample": samples[mark].format(**facts)}
                for mark in sorted(levels)
            ],
            "points": max(levels),
        }
    ]


def _lack(one: Statement) -> str:
    """Which sample fits: by what the page does not show of how the words came."""
    if not one.record.cue:
        return "alone"
    if one.is_hidden:
        return "nobody"
    is_gap = any(link.type == "undisclosed" for link in one.record.conduits)
    return "gap" if is_gap else "shown"


def _need(one: Statement) -> int:
    """How much a statement calls for a check: a gap most, then a hand in between, then no name.

    Whole sentences and clauses come before pieces of one.
    """
    kinds = [link.type for link in (one.record.origin, *one.record.conduits) if link]
    gap = one.is_hidden or "undisclosed" in kinds
    unnamed = any(kind.startswith("unnamed") for kind in kinds)
    is_piece = sum(len(place) for place in one.record.content) < _PIECE
    return 4 * gap + 2 * bool(one.record.conduits) + unnamed - 8 * is_piece
