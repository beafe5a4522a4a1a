"""Lines of code to put in order and to indent, among them some that are wrong (Parsons 2006)."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.keyless import Shown, shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part, Verdict
from accordingto.exercises.question import SOME, Answer, Question
from accordingto.exercises.sequence import Ties, arranged, misplaced, require_ties, variants

DEEPEST = 8  # steps that a line may be indented
Depth = Annotated[int, msgspec.Meta(ge=0, le=DEEPEST)]


class Piece(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of code, and what it does, or what mistake it is."""

    id: Shown[str]
    code: Shown[str]
    why: str


class ProgramLine(Piece, frozen=True, kw_only=True):
    """A line that belongs, and how deep it stands."""

    indent: Depth = 0


class PlacedLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line where a student put it."""

    id: str
    indent: Depth = 0


class ParsonsAnswer(Answer, frozen=True, kw_only=True):
    """The lines put in, in order; None while none was."""

    lines: tuple[PlacedLine, ...] | None = None


class Parsons(Question[ParsonsAnswer], frozen=True, kw_only=True):
    """A program in pieces. A pair in `ties` may stand either way round."""

    Answer: ClassVar[type[ParsonsAnswer]] = ParsonsAnswer

    lines: Annotated[tuple[ProgramLine, ...], SOME, shown(by="id", among="decoys")]
    decoys: tuple[Piece, ...] = ()
    ties: Ties = ()

    def score(self, answer: ParsonsAnswer, material: Material) -> Outcome:
        """Half for the lines and half for their order; then less for each wrong indent.

        A wrong indent takes away half of what one line is worth.
        """
        if answer.lines is None:
            return Outcome(credit=0.0, headline="No line put in yet")
        built = tuple(line.id for line in answer.lines)
        depth = {line.id: line.indent for line in self.lines}
        askew = [one.id for one in answer.lines if one.id in depth and depth[one.id] != one.indent]
        wanted = max(self._programs(), key=lambda program: arranged(built, program))
        off = misplaced(built, wanted)
        parts = [self._put_in(one, wanted, off, askew) for one in built]
        parts += [_part(line, "missing", line.why) for line in self.lines if line.id not in built]
        right = sum(part.verdict == "right" for part in parts)
        surplus = sum(one not in wanted for one in built)
        credit = arranged(built, wanted) - len(askew) / len(self.lines) / 2
        headline = f"{right} of {len(self.lines)} lines in place"
        headline += f", {surplus} too many" if surplus else ""
        return Outcome(credit=max(0.0, credit), headline=headline, parts=tuple(parts))

    def key(self, material: Material) -> ParsonsAnswer:
        """The lines as they are written."""
        return ParsonsAnswer(lines=tuple(PlacedLine(line.id, line.indent) for line in self.lines))

    def check(self, material: Material) -> None:
        """No two lines of one id, and ties of neighbours only."""
        require_distinct(self._ids, "line")
        require_ties(self.ties, [line.id for line in self.lines])

    def check_answer(self, answer: ParsonsAnswer) -> None:
        """Lines that are there, each once."""
        built = [line.id for line in answer.lines or ()]
        require_known(built, self._ids, "line")
        require_distinct(built, "line")

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All lines, those that belong and those that do not."""
        pieces: list[Piece] = [*self.lines, *self.decoys]
        return tuple(pieces)

    @property
    def _ids(self) -> list[str]:
        return [piece.id for piece in self.pieces]

    def _programs(self) -> list[tuple[str, ...]]:
        return list(variants([line.id for line in self.lines], self.ties))

    def _put_in(self, one: str, wanted: tuple[str, ...], off: set[str], askew: list[str]) -> Part:
        line = next(piece for piece in self.pieces if piece.id == one)
        if one not in wanted:
            return _part(line, "wrong", line.why)
        early = ["It belongs here, but not in this place."] if one in off else []
        early += ["Look at how far it is indented."] if one in askew else []
        if early:
            return _part(line, "partly", " ".join([*early, line.why]), " ".join(early))
        return _part(line, "right", line.why)


def _part(line: Piece, verdict: Verdict, text: str, early: str | None = None) -> Part:
    return Part(
        verdict=verdict,
        label=f"`{line.code}`",
        text=text,
        ref=line.id,
        early=early,
        unfound=verdict == "missing",
    )


QUESTION = Parsons
