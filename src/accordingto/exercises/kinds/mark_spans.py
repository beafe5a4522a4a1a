"""Mark places in the article; scored by comparing the marks with the expert's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.edges import both_texts, difference, quoted
from accordingto.exercises.keyless import Shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part, Verdict, found_headline
from accordingto.exercises.question import MANY, SOME, Answer, Paragraphs, Question
from accordingto.readings import Layer, Mark, Match, compare_marks, marks
from accordingto.text import Span

MOST_LABELS = 6  # each has a sign, a colour and a key of its own
ELSEWHERE = "This stands outside the paragraphs that are asked about."
BESIDE = "This reaches into another place, which the expert marks by itself."
TWICE = "Other marks of yours have all that the expert marks here."
# An F measure F of the words, precision with recall, is the Jaccard index F / (2 - F).
FULL, HALF = 2 / 3, 1 / 3  # that of .8, from which a mark counts fully, and of .5, half


class Label(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A label for marks: the reading's own word, and the name on the button."""

    value: Shown[str]
    name: Shown[str]


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

    layer: Shown[Layer]
    paragraphs: Shown[Annotated[Paragraphs, SOME]]
    labels: Shown[Annotated[tuple[Label, ...], msgspec.Meta(min_length=1, max_length=MOST_LABELS)]]
    reasons: dict[str, Reason]
    extra: str

    def score(self, answer: MarkSpansAnswer, material: Material) -> Outcome:
        """Twice the credit of the matched marks over all marks, the expert's and the student's."""
        if not answer.marks:
            return Outcome(credit=0.0, headline="Nothing marked yet")
        expert = self._expert(material)
        optional = {mark for mark in expert if self.reasons[mark.id].optional}
        found = compare_marks(material.article, self._marks(answer), expert, at_least=HALF)
        counted = [match for match in found.matched if match.wanted not in optional]
        missed = [mark for mark in found.missed if mark not in optional]
        reached = {one.id: _reached(one, expert) for one in found.extra}
        taken = {match.wanted for match in found.matched}
        nearly = sum(not set(_outermost(over)) <= taken for over in reached.values())
        credits = [self._credit(match) for match in counted]
        both = 2 * len(counted) + len(missed) + len(found.extra)
        under = {mark for over in reached.values() for mark in over}
        return Outcome(
            credit=min(1.0, 2 * sum(credits) / both) if both else 1.0,
            headline=found_headline(
                credits.count(1.0),
                len(counted) + len(missed),
                partly=len(credits) - credits.count(1.0),
                nearly=nearly,
                extra=len(found.extra) - nearly,
            ),
            parts=(
                *(self._matched(match, material) for match in found.matched),
                *(
                    self._missing(mark, found.matched, material)
                    for mark in missed
                    if mark not in under
                ),
                *(self._surplus(one, reached[one.id], taken, material) for one in found.extra),
            ),
        )

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

    def check(self, material: Material) -> None:
        """Every record there has a reason, and every reason a record."""
        expert = {mark.id for mark in self._expert(material, needs_reason=False)}
        require_known(self.reasons, expert, f"record of the layer {self.layer} in these paragraphs")
        require_reasons(expert, self.reasons, "record")
        require_distinct([label.value for label in self.labels], "label")
        if self._labelled:
            require_known(
                [mark.label for mark in self._expert(material)],
                [label.value for label in self.labels],
                "label",
            )

    def check_answer(self, answer: MarkSpansAnswer) -> None:
        """Marks must be places, and their labels offered."""
        for mark in answer.marks or ():
            Span(mark.start, mark.end)
            require_known([mark.label], ["", *(label.value for label in self.labels)], "label")

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
        """The edges where they differ, the expert's label where it differs, and why."""
        edges = _edges(match.found, match.wanted, material)
        why = self.reasons[match.wanted.id].why
        if self._credit(match) == 1:
            return _part("right", match.found, [*edges, why], material)
        if not self._labelled or match.same_label:
            return _part("partly", match.found, [*edges, why], material, early=edges)
        name = next(label.name for label in self.labels if label.value == match.wanted.label)
        place = edges or ["The place is right."]
        full, early = f"The expert calls it “{name}”.", "The expert calls it something else."
        return _part("partly", match.found, [*place, full, why], material, early=[*place, early])

    def _missing(self, mark: Mark, matched: Iterable[Match], material: Material) -> Part:
        """What no mark fits; said with the mark that fits another place, where it reaches in."""
        why = self.reasons[mark.id].why
        if into := next((one.found for one in matched if _reaches_into(one, mark)), None):
            text = f"{BESIDE} It is {quoted(mark.pieces[0], material.article)}. {why}"
            return _part("near", into, [text], material, early=[BESIDE])
        part = _part("missing", mark, [why], material)
        return msgspec.structs.replace(part, ref=None, unfound=True)

    def _surplus(
        self, one: Mark, over: list[Mark], taken: AbstractSet[Mark], material: Material
    ) -> Part:
        """A mark that matched nothing: what it lies over says what is wrong with it."""
        if not over:
            inside = material.article.paragraph_of(one.pieces[0]) in self.paragraphs
            return _part("extra", one, [self.extra if inside else ELSEWHERE], material)
        apart = _outermost(over)
        if set(apart) <= taken:
            return _part("extra", one, [TWICE], material)
        if len(apart) > 1:
            early = f"This reaches over {len(apart)} places that the expert marks one by one."
            texts = ", ".join(quoted(mark.pieces[0], material.article) for mark in apart)
            return _part("near", one, [f"{early} They are {texts}."], material, early=[early])
        [wanted] = apart
        full = [*_edges(one, wanted, material), self.reasons[wanted.id].why]
        return _part("near", one, full, material, early=_early_edges(one, wanted, material))


def _reached(mark: Mark, expert: Iterable[Mark]) -> list[Mark]:
    """The expert's marks that share a sign with a mark."""
    return [one for one in expert if one.pieces[0].overlaps(mark.pieces[0])]


def _reaches_into(match: Match, missed: Mark) -> bool:
    """Whether a mark runs on from the place that it fits into one beside it."""
    place, other = match.wanted.pieces[0], missed.pieces[0]
    is_inside = place.contains(other) or other.contains(place)
    return not is_inside and match.found.pieces[0].overlaps(other)


def _outermost(marks: list[Mark]) -> list[Mark]:
    """The marks without those that stand inside another of them."""
    places = [mark.pieces[0] for mark in marks]
    return [
        mark
        for mark in marks
        if not any(one != mark.pieces[0] and one.contains(mark.pieces[0]) for one in places)
    ]


def _edges(mine: Mark, wanted: Mark, material: Material) -> list[str]:
    """Which edges differ, with both texts; nothing where none does."""
    spans = mine.pieces[0], wanted.pieces[0]
    differs = difference(*spans, material.article)
    return [f"It {differs}.", both_texts(*spans, material.article)] if differs else []


def _early_edges(mine: Mark, wanted: Mark, material: Material) -> list[str]:
    """The same, but for the texts where one has found neither edge: they would be the answer."""
    edges = _edges(mine, wanted, material)
    has_an_edge = "where the expert’s does" in edges[0]
    return edges if has_an_edge and wanted.pieces[0].contains(mine.pieces[0]) else edges[:1]


def _part(
    verdict: Verdict,
    mark: Mark,
    said: list[str],
    material: Material,
    early: list[str] | None = None,
) -> Part:
    return Part(
        verdict=verdict,
        label=excerpt(material, mark),
        text=" ".join(said),
        ref=mark.id,
        look=material.paragraphs_of(mark.pieces),
        early=" ".join(early) if early else None,
    )


def require_reasons(there: Iterable[str], reasons: Mapping[str, Reason], what: str) -> None:
    """Raise ValueError where one of the expert's records has no reason."""
    for record in sorted(set(there) - set(reasons)):
        raise ValueError(f"there is no reason for the {what} {record!r}")


def excerpt(material: Material, mark: Mark, words: int = 8) -> str:
    """The first words of a mark, as they stand in the article."""
    text = " … ".join(material.article[piece] for piece in mark.pieces).split()
    return " ".join(text[:words]) + (" …" if len(text) > words else "")


QUESTION = MarkSpans
