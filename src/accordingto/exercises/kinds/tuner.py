"""A list of cue words to tune: each change shows how well it finds the attributions."""

from __future__ import annotations

import math
import re
from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.keyless import Shown, hidden
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part, verdict_of
from accordingto.exercises.question import SOME, Answer, Question, in_sheets
from accordingto.readings import Credit, Score
from accordingto.text import Span

ROUND_OFF = 1e-9  # .29 * 100 is a little less than 29
LONGEST, MOST = 60, 200  # code points of a word, and words of a list
Words = Annotated[
    tuple[Annotated[str, msgspec.Meta(max_length=LONGEST)], ...],
    msgspec.Meta(max_length=MOST),
    in_sheets(uniqueItems=True),
]


class TunerAnswer(Answer, frozen=True, kw_only=True):
    """The words of the list; None while it was never changed."""

    words: Words | None = None


class Tuner(Question[TunerAnswer], frozen=True, kw_only=True):
    """A list, made out of `words` or of others, that finds the cues of the expert's attributions.

    An F measure of `full` earns everything, of `half` half. After a check the list is tried on
    the article `unseen` too, for a list can be made to fit one page too well.
    """

    Answer: ClassVar[type[TunerAnswer]] = TunerAnswer
    typed: ClassVar[bool] = True

    words: Shown[Annotated[Words, SOME]]
    start: Shown[Words]
    best: Words
    full: Annotated[Credit, hidden(1.0)]
    half: Annotated[Credit, hidden(1.0)]
    unseen: str
    why: str

    def score(self, answer: TunerAnswer, material: Material) -> Outcome:
        """Full or half credit by the F measure on the article; both figures are said."""
        if answer.words is None:
            return Outcome(credit=0.0, headline="The list has not been changed yet")
        here = cues_found(answer.words, material)
        there = cues_found(answer.words, material.other(self.unseen))
        credit = 1.0 if here.f >= self.full else 0.5 if here.f >= self.half else 0.0
        unseen = f"{figures(there)} What was tuned on one page is measured on another."
        return Outcome(
            credit=credit,
            headline=f"F {cut(here.f)}; full marks from {self.full:.2f}",
            parts=(
                Part(verdict=verdict_of(credit), label="On this article", text=figures(here)),
                Part(verdict="note", label="On an article it has not seen", text=unseen),
                Part(verdict="note", text=self.why),
            ),
        )

    def key(self, material: Material) -> TunerAnswer:
        """A list that earns full marks."""
        return TunerAnswer(words=self.best)

    def check(self, material: Material) -> None:
        """The start is offered, and the bands are in their order."""
        require_distinct(self.words, "word")
        require_distinct(self.start, "word of `start`")
        require_known(self.start, self.words, "word in `words`")
        if not self.half <= self.full:
            raise ValueError("expected `half` to be no more than `full`")
        material.other(self.unseen)

    def check_answer(self, answer: TunerAnswer) -> None:
        """Some words, each once, none blank."""
        words = answer.words or ()
        require_distinct(words, "word")
        if not all(word.strip() for word in words):
            raise ValueError("expected words, and one of them is blank")


def cues_found(words: tuple[str, ...], material: Material) -> Score:
    """How well a list finds the cues: a hit is right where it overlaps one of the expert's.

    A word counts wherever it stands as a whole word, in upper case or lower case. Embedded
    attributions count too, for their cues stand on the page like any other.
    """
    cues = [a.cue for a in material.reading.attributions if a.cue]
    if not words:
        return Score(0, 0, len(cues))
    longest_first = sorted(words, key=len, reverse=True)
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    hits = [
        Span(match.start(), match.end())
        for match in re.finditer(pattern, material.article.text, re.IGNORECASE)
    ]
    met = [pieces for pieces in cues if any(_meets(hit, pieces) for hit in hits)]
    idle = [hit for hit in hits if not any(_meets(hit, pieces) for pieces in cues)]
    return Score(len(met), len(met) + len(idle), len(cues))


def cut(figure: float) -> str:
    """A figure with two decimals, cut and not rounded: .849 has not reached .85."""
    return f"{math.floor(figure * 100 + ROUND_OFF) / 100:.2f}"


def figures(score: Score) -> str:
    """Precision, recall and F in words and figures."""
    idle = score.found - score.right
    return (
        f"{score.right} of the {score.wanted} cues found (recall {score.recall:.2f}); "
        f"{idle} found that {'is' if idle == 1 else 'are'} no cue "
        f"(precision {score.precision:.2f}). F {cut(score.f)}."
    )


def _meets(hit: Span, pieces: tuple[Span, ...]) -> bool:
    return any(hit.start < piece.end and piece.start < hit.end for piece in pieces)


QUESTION = Tuner
