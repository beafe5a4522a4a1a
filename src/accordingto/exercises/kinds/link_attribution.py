"""Mark the source, the cue and the content of each attribution, as one record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.keyless import Shown
from accordingto.exercises.kinds._heads import head
from accordingto.exercises.kinds._statements import (
    ROLES,
    Said,
    Statement,
    all_roles,
    as_marked,
    of_role,
)
from accordingto.exercises.kinds.mark_spans import (
    FULL,
    HALF,
    Label,
    Reason,
    excerpt,
    require_reasons,
)
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_known
from accordingto.exercises.outcome import Outcome, Part, Verdict, found_headline, verdict_of
from accordingto.exercises.question import MANY, SOME, Answer, Paragraphs, Question
from accordingto.readings import Attribution, Mark
from accordingto.text import Span

ROLE_LABELS = tuple(Label(value=role, name=role.capitalize()) for role in ROLES)


class LinkedMark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mark: code-point offsets, its role, and the record that it belongs to."""

    start: int
    end: int
    label: str
    record: Annotated[int, msgspec.Meta(ge=1, le=999)] = 1


class LinkAttributionAnswer(Answer, frozen=True, kw_only=True):
    """The marks; None while none was ever made."""

    marks: Annotated[tuple[LinkedMark, ...], MANY] | None = None


def statements_of(answer: LinkAttributionAnswer) -> dict[int, dict[str, tuple[Span, ...]]]:
    """Return, for each record by its number, the places that were marked in each role."""
    found: dict[int, dict[str, tuple[Span, ...]]] = {}
    for mark in answer.marks or ():
        roles = found.setdefault(mark.record, dict.fromkeys(ROLES, ()))
        roles[mark.label] = tuple(sorted((*roles[mark.label], Span(mark.start, mark.end))))
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class _Pair:
    mine: Statement
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

    paragraphs: Shown[Annotated[Paragraphs, SOME]]
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
        mine = self._given(answer, material)
        expert = {one.id: one for one in self._expert(material)}
        pairs = self._pairs(mine, list(expert.values()), material)
        paired = {pair.wanted.id for pair in pairs}
        optional = {name for name, reason in self.reasons.items() if reason.optional}
        counted = [pair for pair in pairs if pair.wanted.id not in optional]
        missed = [one for name, one in expert.items() if name not in paired]
        wanting = [one for one in missed if one.id not in optional]
        loose = [one for one in mine if one not in [pair.mine for pair in pairs]]
        near = [one for one in loose if any(self._meets(one, it, material) for it in missed)]
        both = 2 * len(counted) + len(wanting) + len(loose)
        full = sum(pair.credit == 1 for pair in counted)
        headline = found_headline(
            full,
            len(counted) + len(wanting),
            partly=len(counted) - full,
            nearly=len(near),
            extra=len(loose) - len(near),
        )
        return Outcome(
            credit=min(1.0, 2 * sum(pair.credit for pair in counted) / both) if both else 1.0,
            headline=headline,
            parts=(
                *(self._matched(pair, mine, material) for pair in pairs),
                *self._missing(wanting, mine, near, material),
                *(self._near(one, missed, material) for one in near),
                *(self._more(one, pairs, material) for one in loose if one not in near),
            ),
        )

    def key(self, material: Material) -> LinkAttributionAnswer:
        """The expert's own records, those that are optional left out."""
        wanted = [one for one in self._expert(material) if not self.reasons[one.id].optional]
        return LinkAttributionAnswer(
            marks=tuple(
                LinkedMark(piece.start, piece.end, role, number)
                for number, one in enumerate(wanted, 1)
                for role in ROLES
                for piece in self._shown(getattr(one, role), material)
            )
        )

    def check(self, material: Material) -> None:
        """Every attribution there has a reason, and every reason an attribution."""
        there = [one.id for one in self._there(material)]
        require_known(self.reasons, there, "attribution in these paragraphs")
        require_reasons(there, self.reasons, "attribution")

    def check_answer(self, answer: LinkAttributionAnswer) -> None:
        """Marks must be places, and their roles offered."""
        for mark in answer.marks or ():
            Span(mark.start, mark.end)
            require_known([mark.label], ROLES, "role")

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

    def _given(self, answer: LinkAttributionAnswer, material: Material) -> list[Statement]:
        """The student's statements, in the order of their first marks."""
        pieces: dict[int, dict[str, tuple[Span, ...]]] = {}
        first: dict[int, int] = {}
        for index, mark in enumerate(answer.marks or ()):
            first.setdefault(mark.record, index)
            roles = pieces.setdefault(mark.record, {})
            roles[mark.label] = (*roles.get(mark.label, ()), Span(mark.start, mark.end))
        return [
            Statement(material.article, roles, number, first[number])
            for number, roles in pieces.items()
        ]

    def _theirs(self, one: Attribution, material: Material) -> Statement:
        pieces = {role: self._shown(getattr(one, role), material) for role in ROLES}
        return Statement(material.article, pieces)

    def _pairs(
        self, mine: list[Statement], expert: list[Attribution], material: Material
    ) -> list[_Pair]:
        near = [
            pair
            for one in expert
            for given in mine
            if (pair := self._pair(given, one, material)).credit > 0
        ]
        chosen: list[_Pair] = []
        for pair in sorted(near, key=lambda pair: (-pair.credit, pair.mine.number, pair.wanted.id)):
            if all(pair.mine != one.mine and pair.wanted != one.wanted for one in chosen):
                chosen.append(pair)
        return sorted(chosen, key=lambda pair: pair.mine.number)

    def _pair(self, given: Statement, wanted: Attribution, material: Material) -> _Pair:
        theirs = self._theirs(wanted, material)
        roles, headed = {}, set()
        for role in ROLES:
            if words := theirs.words(role):
                mine = given.words(role)
                overlap = len(mine & words) / len(mine | words)
                roles[role] = 1.0 if overlap >= FULL else 0.5 if overlap >= HALF else 0.0
                if roles[role] < 1 and head(role, wanted, words, material) <= mine < words:
                    roles[role] = 1.0
                    headed.add(role)
        return _Pair(given, wanted, roles, frozenset(headed))

    def _meets(self, given: Statement, wanted: Attribution, material: Material) -> bool:
        return given.reaches(self._theirs(wanted, material).places())

    def _matched(self, pair: _Pair, mine: list[Statement], material: Material) -> Part:
        theirs = self._theirs(pair.wanted, material)
        roles = [
            of_role(role, pair.mine, theirs, mine, headed=role in pair.headed) for role in ROLES
        ]
        why = self.reasons[pair.wanted.id].why
        said = Said.of([*roles, Said.at_once(why) if pair.credit == 1 else Said.later(why)])
        look = self._look(pair.wanted, material)
        return _part(verdict_of(pair.credit), pair.mine, said, look)

    def _missing(
        self,
        wanting: list[Attribution],
        mine: list[Statement],
        near: list[Statement],
        material: Material,
    ) -> Iterator[Part]:
        """What no statement of the student's was matched with; said with `near`, if it meets it."""
        for wanted in wanting:
            theirs, why = self._theirs(wanted, material), self.reasons[wanted.id].why
            if any(self._meets(one, wanted, material) for one in near):
                continue
            look, places = self._look(wanted, material), theirs.places("cue", "content")
            if holders := [one for one in mine if one.reaches(places)]:
                marked = " ".join(as_marked(one, places) for one in holders)
                early = f"{marked} Another statement begins here: give it a number of its own."
                said = Said(f"{early} {all_roles(theirs)} {why}", early)
                yield _part("near", holders[0], said, look)
            else:
                label = excerpt(
                    material, Mark("", theirs.pieces["cue"] or theirs.pieces["content"])
                )
                yield Part(verdict="missing", label=label, text=why, look=look, unfound=True)

    def _near(self, one: Statement, missed: list[Attribution], material: Material) -> Part:
        """A statement that meets the expert's, and not by enough of any part to be matched."""
        met = [wanted for wanted in missed if self._meets(one, wanted, material)]
        theirs = [self._theirs(wanted, material) for wanted in met]
        early = "The expert marks a statement here in another way."
        whole = [
            f"{all_roles(it)} {self.reasons[at.id].why}" for it, at in zip(theirs, met, strict=True)
        ]
        return _part(
            "near", one, Said(" ".join([early, *whole]), early), self._look(met[0], material)
        )

    def _more(self, one: Statement, pairs: list[_Pair], material: Material) -> Part:
        """A statement too many: why depends on what the expert has in its place."""
        same = [pair.mine.number for pair in pairs if self._meets(one, pair.wanted, material)]
        others = material.reading.attributions
        if same:
            said = f"These words belong to the statement that you have as number {same[0]}."
        elif any(one.reaches((*it.source, *it.cue, *it.content)) for it in others):
            said = "A statement stands here, and it is not asked about."
        else:
            said = self.extra
        return _part("extra", one, Said.at_once(said))

    def _look(self, wanted: Attribution, material: Material) -> tuple[int, ...]:
        return material.paragraphs_of(self._shown(wanted.cue or wanted.content, material))


def _part(verdict: Verdict, one: Statement, said: Said, look: tuple[int, ...] = ()) -> Part:
    return Part(
        verdict=verdict,
        label=f"Statement {one.number}",
        text=said.full,
        ref=str(one.first),
        look=look,
        early=said.early,
    )


QUESTION = LinkAttribution
