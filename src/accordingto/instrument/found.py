"""What a rule finds: an attribution as ranges of words of one paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.instrument.cues import Cue

Range = tuple[int, int]


@dataclass(frozen=True)
class Found:
    """An attribution as ranges of words of one line."""

    rule: str
    cue: Range
    at: int
    source: Range | None
    content: tuple[Range, ...]
    verb: Cue | None = None
    carried: bool = False
