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

    @classmethod
    def by(cls, rule: str, cue: Cue, source: Range | None, *content: Range) -> Found:
        """What a rule finds by a verb."""
        return cls(rule, (cue.first, cue.last), cue.at, source, content, cue)

    def holds(self, at: int) -> bool:
        """Whether a word stands in the content."""
        return any(first <= at < last for first, last in self.content)
