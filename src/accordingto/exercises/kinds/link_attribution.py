"""Mark the source, the cue and the content of each attribution, as one record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar, Self

import msgspec

from accordingto.exercises.kinds.mark_spans import FULL, HALF, Label, Reason, explained
from accordingto.exercises.material import Material
from accordingto.exercises.names import known
from accordingto.exercises.outcome import Outcome, Part, verdict_of
from accordingto.exercises.question import MANY, SOME, Answer, Paragraphs, Question
from accordingto.readings import Attribution, Mark
from accordingto.readings.marks import words_of
from accordingto.text import Span

ROLES = (
    Label(value="source", name="Source"),
    Label(value="cue", name="Cue"),
    Label(value="content", name="Content"),
)
_NAMES = [role.value for role in ROLES]
Words = dict[str, frozenset[int]]  # the words of a record, role by role
_HELPING = re.compile(
    "has|have|had|having|is|are|was|were|be|been|being|do|does|did|will|would|can|could|may|might"
    "|must|shall|should",
    re.IGNORECASE,
)


class LinkedMark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mark: code-point offsets, its role, and the record that it belongs to."""

    start: int
    end: int
    label: str
    record: Annotated[int, msgspec.Meta(ge=1, le=999)] = 1


class LinkAttributionAnswer(Answer, frozen=True, kw_only=True):
    """The marks; None while none was ever made."""

    marks: Annotated[tuple[LinkedMark, ...], MANY] | None = None


@dataclass(frozen=True)
class _Pair:
    record: int
    wanted: Attribution
    roles: dict[str, float]
    headed: frozenset[str]  # the roles that earn all by their head alone

    @property
    def credit(self) -> float:
        return sum(self.roles.values()) / len(self.roles) if self.roles else 0.0


class LinkAttribution(Question[LinkAttributionAnswer], frozen=True, kw_only=True):
    """Records against the expert's attributions in `paragraphs`, embedded ones apart.

    `reasons` says of each of them, by its id, why it is one.
    """

    Answer: ClassVar[type[LinkAttributionAnswer]] = LinkAttributionAnswer

    paragraphs: Annotated[Paragraphs, SOME]
    reasons: dict[str, Reason]
    extra: str

    def score(self, answer: LinkAttributionAnswer, material: Material) -> Outcome:
        """Twice the credit of the matched records over all, the expert's and the student's.

        A record is worth the mean over the roles that the expert has: by the F measure of
        their words, all from .8 and half from .5. A mark inside a source or a cue that holds its
        head earns all too, as is usual for corpora of attribution. Each is matched once, the
        closest first.
        """
        if not answer.marks:
            return Outcome(credit=0.0, headline="Nothing marked yet")
        records = self._records(answer, material)
        expert = {one.id: one for one in self._expert(material)}
        pairs = self._pairs(records, list(expert.values()), material)
        optional = {name for name, reason in self.reasons.items() if reason.optional}
        counted = [pair for pair in pairs if pair.wanted.id not in optional]
        missed = [expert[name] for name in expert if name not in {pair.wanted.id for pair in pairs}]
        missed = [one for one in missed if one.id not in optional]
        extra = [number for number in records if number not in {pair.record for pair in pairs}]
        both = 2 * len(counted) + len(missed) + len(extra)
        credit = 2 * sum(pair.credit for pair in counted) / both if both else 1.0
        found = f"You found {len(counted)} of {len(counted) + len(missed)}"
        more = f", and marked {len(extra)} more" if extra else ""
        first = {mark.record: index for index, mark in reversed(list(enumerate(answer.marks)))}
        return Outcome(
            credit=min(1.0, credit),
            headline=found + more,
            parts=(
                *(self._matched(pair, first[pair.record], material) for pair in pairs),
                *(self._missing(one, material) for one in missed),
                *(self._more(number, first[number]) for number in extra),
            ),
        )

    def key(self, material: Material) -> LinkAttributionAnswer:
        """The expert's own records, those that are optional left out."""
        wanted = [one for one in self._expert(material) if not self.reasons[one.id].optional]
        return LinkAttributionAnswer(
            marks=tuple(
                LinkedMark(piece.start, piece.end, role, number)
                for number, one in enumerate(wanted, 1)
                for role in _NAMES
                for piece in self._shown(getattr(one, role), material)
            )
        )

    def without_key(self) -> Self:
        """The paragraphs."""
        return msgspec.structs.replace(super().without_key(), reasons={}, extra="")

    def check(self, material: Material) -> None:
        """Every attribution there has a reason, and every reason an attribution."""
        there = [one.id for one in self._there(material)]
        known(self.reasons, there, "attribution in these paragraphs")
        explained(there, self.reasons, "attribution")

    def check_answer(self, answer: LinkAttributionAnswer) -> None:
        """Marks must be places, and their roles offered."""
        for mark in answer.marks or ():
            Span(mark.start, mark.end)
            known([mark.label], _NAMES, "role")

    def _there(self, material: Material) -> list[Attribution]:
        return [
            one
            for one in material.reading.attributions
            if not one.embedded_in and self._shown(one.cue or one.content, material)
        ]

    def _expert(self, material: Material) -> list[Attribution]:
        return [one for one in self._there(material) if one.id in self.reasons]

    def _shown(self, pieces: tuple[Span, ...], material: Material) -> tuple[Span, ...]:
        """The pieces that stand in the paragraphs asked about."""
        return tuple(
            piece for piece in pieces if material.article.paragraph_of(piece) in self.paragraphs
        )

    def _records(self, answer: LinkAttributionAnswer, material: Material) -> dict[int, Words]:
        marks: dict[int, dict[str, list[Span]]] = {}
        for mark in answer.marks or ():
            roles = marks.setdefault(mark.record, {})
            roles.setdefault(mark.label, []).append(Span(mark.start, mark.end))
        return {
            number: {role: _words(tuple(spans), material) for role, spans in roles.items()}
            for number, roles in marks.items()
        }

    def _pairs(
        self, records: dict[int, Words], expert: list[Attribution], material: Material
    ) -> list[_Pair]:
        near = [
            pair
            for one in expert
            for number, words in records.items()
            if (pair := self._pair(number, words, one, material)).credit > 0
        ]
        chosen: list[_Pair] = []
        for pair in sorted(near, key=lambda pair: (-pair.credit, pair.record, pair.wanted.id)):
            if all(pair.record != one.record and pair.wanted != one.wanted for one in chosen):
                chosen.append(pair)
        return sorted(chosen, key=lambda pair: pair.record)

    def _pair(self, number: int, words: Words, wanted: Attribution, material: Material) -> _Pair:
        roles, headed = {}, set()
        for role in _NAMES:
            theirs = _words(self._shown(getattr(wanted, role), material), material)
            if theirs:
                mine = words.get(role, frozenset())
                overlap = len(mine & theirs) / len(mine | theirs)
                roles[role] = 1.0 if overlap >= FULL else 0.5 if overlap >= HALF else 0.0
                if roles[role] < 1 and _head(role, wanted, theirs, material) <= mine < theirs:
                    roles[role] = 1.0
                    headed.add(role)
        return _Pair(number, wanted, roles, frozenset(headed))

    def _matched(self, pair: _Pair, first: int, material: Material) -> Part:
        hints = [
            f"The {role} is *{self._excerpt(pair.wanted, role, material)}*."
            for role, credit in pair.roles.items()
            if credit < 1
        ]
        hints += [
            f"You have the head of the {role}; the expert marks the whole phrase, "
            f"*{self._excerpt(pair.wanted, role, material)}*."
            for role in _NAMES
            if role in pair.headed
        ]
        return Part(
            verdict=verdict_of(pair.credit),
            label=f"Record {pair.record}",
            text=" ".join([*hints, self.reasons[pair.wanted.id].why]),
            ref=str(first),
            look=material.paragraphs_of(self._shown(pair.wanted.cue, material)),
        )

    def _missing(self, wanted: Attribution, material: Material) -> Part:
        place = wanted.cue or wanted.content
        label = self._excerpt(wanted, "cue" if wanted.cue else "content", material)
        look = material.paragraphs_of(self._shown(place, material))
        why = self.reasons[wanted.id].why
        return Part(verdict="missing", label=label, text=why, look=look)

    def _more(self, record: int, first: int) -> Part:
        return Part(verdict="extra", label=f"Record {record}", text=self.extra, ref=str(first))

    def _excerpt(self, wanted: Attribution, role: str, material: Material, most: int = 8) -> str:
        pieces = self._shown(getattr(wanted, role), material)
        words = " … ".join(material.article[piece] for piece in pieces).split()
        return " ".join(words[:most]) + (" …" if len(words) > most else "")


def _head(
    role: str, wanted: Attribution, words: frozenset[int], material: Material
) -> frozenset[int]:
    """The words that a mark cannot do without.

    Of a source they are those that name its origin, so far as it is named there; of a cue the
    verb, where all before it are helping verbs. Of all else they are all of its words.
    """
    if role == "source" and wanted.origin:
        return _words(wanted.origin.spans, material) & words or words
    if role == "cue":
        *before, last = sorted(words)
        texts = (material.article[material.article.words[index]] for index in before)
        return frozenset({last}) if all(map(_HELPING.fullmatch, texts)) else words
    return words


def _words(spans: tuple[Span, ...], material: Material) -> frozenset[int]:
    return words_of(material.article, Mark("", spans)) if spans else frozenset()


QUESTION = LinkAttribution
