"""Mark places in the article; scored by comparing the marks with the expert's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar, Self

import msgspec

from accordingto.exercises.material import Material
from accordingto.exercises.names import distinct, known
from accordingto.exercises.outcome import Outcome, Part, Verdict
from accordingto.exercises.question import MANY, SOME, Answer, Paragraphs, Question
from accordingto.readings import Layer, Mark, Match, compare_marks, marks
from accordingto.text import Span

MOST_LABELS = 6  # each has a sign, a colour and a key of its own
# An F measure F of the words, precision with recall, is the Jaccard index F / (2 - F).
FULL, HALF = 2 / 3, 1 / 3  # that of .8, from which a mark counts fully, and of .5, half


class Label(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a mark can be called: the word of the reading, and its name on the button."""

    value: str
    name: str


class Reason(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why the expert marks a place (`wanted`), or why a mark there neither gains nor loses."""

    why: str
    optional: bool = False


class MarkedSpan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mark of a student: code-point offsets into the article."""

    start: int
    end: int
    label: str = ""


class MarkSpansAnswer(Answer, frozen=True, kw_only=True):
    """The marks; None while none was ever made."""

    marks: Annotated[tuple[MarkedSpan, ...], MANY] | None = None


class MarkSpans(Question[MarkSpansAnswer], frozen=True, kw_only=True):
    """Marks in `paragraphs` against the records of one layer of the expert reading there.

    `reasons` says of each of these records, by its id, why it is marked. A mark counts fully
    where the F measure (F1) of its words and the expert's is .8 or more, and half from .5. With
    several labels a mark of another label than the expert's earns half.
    """

    Answer: ClassVar[type[MarkSpansAnswer]] = MarkSpansAnswer

    layer: Layer
    paragraphs: Annotated[Paragraphs, SOME]
    labels: Annotated[tuple[Label, ...], msgspec.Meta(min_length=1, max_length=MOST_LABELS)]
    reasons: dict[str, Reason]
    extra: str

    def score(self, answer: MarkSpansAnswer, material: Material) -> Outcome:
        """Twice the credit of the matched marks over all marks, the expert's and the student's."""
        if not answer.marks:
            return Outcome(credit=0.0, headline="Nothing marked yet")
        expert = self._expert(material)
        optional = {mark.id for mark in expert if self.reasons[mark.id].optional}
        comparison = compare_marks(material.article, self._marks(answer), expert, at_least=HALF)
        counted = [match for match in comparison.matched if match.wanted.id not in optional]
        missed = [mark for mark in comparison.missed if mark.id not in optional]
        credits = [self._credit(match) for match in counted]
        both = 2 * len(counted) + len(missed) + len(comparison.extra)
        credit = 2 * sum(credits) / both if both else 1.0
        parts = [self._matched(match, material) for match in comparison.matched]
        parts += [self._part("missing", mark, self._why(mark), material) for mark in missed]
        parts += [self._part("extra", mark, self.extra, material) for mark in comparison.extra]
        found = f"You found {len(counted)} of {len(counted) + len(missed)}"
        more = f", and marked {len(comparison.extra)} more" if comparison.extra else ""
        return Outcome(credit=min(1.0, credit), headline=found + more, parts=tuple(parts))

    def key(self, material: Material) -> MarkSpansAnswer:
        """The expert's own marks."""
        return MarkSpansAnswer(
            marks=tuple(
                MarkedSpan(piece.start, piece.end, mark.label if self._labelled else "")
                for mark in self._expert(material)
                for piece in mark.pieces
                if not self.reasons[mark.id].optional
            )
        )

    def without_key(self) -> Self:
        """The paragraphs and the labels."""
        return msgspec.structs.replace(super().without_key(), reasons={}, extra="")

    def check(self, material: Material) -> None:
        """Every record there has a reason, and every reason a record."""
        expert = {mark.id for mark in self._expert(material, needs_reason=False)}
        known(self.reasons, expert, f"record of the layer {self.layer} in these paragraphs")
        explained(expert, self.reasons, "record")
        distinct([label.value for label in self.labels], "label")
        if self._labelled:
            known(
                [mark.label for mark in self._expert(material)],
                [label.value for label in self.labels],
                "label",
            )

    def check_answer(self, answer: MarkSpansAnswer) -> None:
        """Marks must be places, and their labels offered."""
        for mark in answer.marks or ():
            Span(mark.start, mark.end)
            known([mark.label], ["", *(label.value for label in self.labels)], "label")

    @property
    def _labelled(self) -> bool:
        return len(self.labels) > 1

    def _expert(self, material: Material, *, needs_reason: bool = True) -> list[Mark]:
        """The expert's marks there, one for each piece, for a student marks piece by piece."""
        return [
            Mark(mark.id, (piece,), mark.label)
            for mark in marks(material.reading, self.layer)
            for piece in mark.pieces
            if material.article.paragraph_of(piece) in self.paragraphs
            and (mark.id in self.reasons or not needs_reason)
        ]

    def _marks(self, answer: MarkSpansAnswer) -> list[Mark]:
        return [
            Mark(str(number), (Span(mark.start, mark.end),), mark.label)
            for number, mark in enumerate(answer.marks or ())
        ]

    def _credit(self, match: Match) -> float:
        credit = 1.0 if match.overlap >= FULL else 0.5
        return credit / 2 if self._labelled and not match.same_label else credit

    def _matched(self, match: Match, material: Material) -> Part:
        why = self._why(match.wanted)
        if match.overlap < FULL:
            wanted = excerpt(material, match.wanted)
            why = f"The edges differ by some words; the expert marks {wanted}. {why}"
            return self._part("partly", match.found, why, material)
        if self._credit(match) < 1:
            name = next(lab.name for lab in self.labels if lab.value == match.wanted.label)
            why = f"The place is right; the expert calls it “{name}”. {why}"
            return self._part("partly", match.found, why, material)
        return self._part("right", match.found, why, material)

    def _why(self, mark: Mark) -> str:
        return self.reasons[mark.id].why

    def _part(self, verdict: Verdict, mark: Mark, text: str, material: Material) -> Part:
        return Part(
            verdict=verdict,
            label=excerpt(material, mark),
            text=text,
            ref=None if verdict == "missing" else mark.id,
            look=material.paragraphs_of(mark.pieces),
        )


def explained(there: Iterable[str], reasons: Mapping[str, Reason], what: str) -> None:
    """Raise ValueError where one of the expert's records has no reason."""
    for record in sorted(set(there) - set(reasons)):
        raise ValueError(f"there is no reason for the {what} {record!r}")


def excerpt(material: Material, mark: Mark, words: int = 8) -> str:
    """The first words of a mark, as they stand in the article."""
    text = " … ".join(material.article[piece] for piece in mark.pieces).split()
    return " ".join(text[:words]) + (" …" if len(text) > words else "")


QUESTION = MarkSpans
