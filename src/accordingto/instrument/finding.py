"""The finding of a rule: an attribution as ranges of words of one paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.instrument.cues import Cue

Range = tuple[int, int]


@dataclass(frozen=True)
class Finding:
    """An attribution as ranges of words of one line."""

    rule: str
    cue: Range
    at: int
    source: Range | None
    content: tuple[Range, ...]
    verb: Cue | None = None

    @classmethod
    def by(cls, rule: str, cue: Cue, source: Range | None, *content: Range) -> Finding:
        """A finding that rests on a verb."""
        return cls(rule, (cue.first, cue.end), cue.at, source, content, cue)

    def holds(self, at: int) -> bool:
        """Whether a word stands in the content."""
        return any(first <= at < last for first, last in self.content)

    def shifted(self, by: int) -> Finding:
        """Returns the same finding, its words counted from `by` words further back."""
        if not by:
            return self
        source = (self.source[0] + by, self.source[1] + by) if self.source else None
        content = tuple((first + by, end + by) for first, end in self.content)
        cue = (self.cue[0] + by, self.cue[1] + by)
        return Finding(self.rule, cue, self.at + by, source, content, self.verb)
