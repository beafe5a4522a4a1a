"""A question to answer in writing before one goes, with its rubric."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis, Statement
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.said import Said

KIND = "free text"
_LIMIT, _LEAST = 80, 20  # words


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
    if not one.record.cue:
        samples[max(levels)] = said.say["samples"]["alone"]
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


def _need(one: Statement) -> int:
    """How much a statement calls for a check: a gap most, then a hand in between, then no name."""
    kinds = [link.type for link in (one.record.origin, *one.record.conduits) if link]
    gap = one.is_hidden or "undisclosed" in kinds
    unnamed = any(kind.startswith("unnamed") for kind in kinds)
    return 4 * gap + 2 * bool(one.record.conduits) + unnamed
