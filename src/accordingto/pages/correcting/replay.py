"""Deeds done one after the other on a draft: every finding as it stands after them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from accordingto.instrument import named
from accordingto.instrument.proposals import by_hand
from accordingto.pages.correcting.deeds import (
    Add,
    AnyDeed,
    Call,
    Drop,
    Hand,
    Join,
    Keep,
    Mark,
    Merge,
    Otherwise,
    Part,
    Predict,
    React,
    Split,
    Trace,
)
from accordingto.pages.correcting.people import Names, called, hands, people
from accordingto.pages.correcting.pieces import cut, joined
from accordingto.readings import Attribution, Defensible, Link, Reading
from accordingto.text import Article, Span

Status = Literal["open", "kept", "changed", "removed", "added"]


class CannotCorrect(ValueError):
    """A deed that does not fit the draft, in one sentence."""


def replay(article: Article, draft: Reading, deeds: Iterable[AnyDeed]) -> Corrected:
    """Return the draft after the deeds. Raises CannotCorrect for one that does not fit it."""
    work = Corrected(article, draft)
    for deed in deeds:
        work.do(deed)
    return work


class Corrected:
    """A draft under correction. What was removed is still there, so that it can be brought back.

    `statements` are all of them by their ids, those inside others too; `made` are the ids of those
    that the person made, the newest last.
    """

    def __init__(self, article: Article, draft: Reading) -> None:
        self.article, self.draft = article, draft
        self.statements = {one.id: one for one in draft.attributions}
        self.deeds: list[AnyDeed] = []
        self.made: list[str] = []
        self.kept: set[str] = set()
        self.removed: set[str] = set()
        self.otherwise: dict[str, tuple[Defensible, ...]] = {}
        self.reacted: dict[str, React] = {}
        self.names = Names(draft.attributions)
        self.predicted: Predict | None = None
        self._begun = dict(self.statements)

    def do(self, deed: AnyDeed) -> None:
        """Do one thing more. Raises CannotCorrect where it does not fit."""
        match deed:
            case Keep(id=id):
                self._known(id)
                self.kept.add(id)
                self.removed.discard(id)
            case Drop(id=id):
                self._known(id)
                self.removed.add(id)
                self.kept.discard(id)
            case Mark():
                self._mark(deed)
            case Call(id=id):
                self._put(id, **{deed.field: deed.value})
            case Trace():
                self._trace(deed)
            case Split():
                self._split(deed)
            case Join():
                self._join(deed)
            case Add():
                self._add(deed)
            case Otherwise(id=id):
                self._known(id)
                self.otherwise[id] = deed.readings
            case React(id=id):
                self._known(id)
                self.reacted[id] = deed
            case Merge():
                self._merge(deed)
            case Part():
                self._part(deed)
            case Predict():
                self.predicted = deed
        self.deeds.append(deed)

    def status(self, id: str) -> Status:
        """Return what has become of a statement; one that nobody has looked at is `open`."""
        if id in self.removed:
            return "removed"
        if id not in self.kept:
            return "open"
        if id in self.made:
            return "added"
        is_as_begun = self.statements[id] == self._begun[id] and id not in self.reacted
        return "kept" if is_as_begun else "changed"

    @property
    def outer(self) -> list[Attribution]:
        """The statements that stand in no other, in the order of the page, removed ones too."""
        outer = [one for one in self.statements.values() if not one.embedded_in]
        return sorted(outer, key=_place)

    @property
    def unseen(self) -> frozenset[str]:
        """The statements that nobody has looked at."""
        return frozenset(one.id for one in self.outer if self.status(one.id) == "open")

    @property
    def standing(self) -> list[Attribution]:
        """All statements that were not removed, as the reading has them, with people's names."""
        gone = {id for id, one in self.statements.items() if self._is_gone(one)}
        left = [self._without(one, gone) for id, one in self.statements.items() if id not in gone]
        return self.names.resolved(self.article, left)

    def _is_gone(self, one: Attribution) -> bool:
        outer = self.statements.get(one.embedded_in or "")
        return one.id in self.removed or (outer is not None and self._is_gone(outer))

    @staticmethod
    def _without(one: Attribution, gone: set[str]) -> Attribution:
        return msgspec.structs.replace(one, answers=None) if one.answers in gone else one

    def _known(self, id: str) -> Attribution:
        if id not in self.statements:
            raise CannotCorrect(f"there is no statement {id} in this draft")
        return self.statements[id]

    def _put(self, id: str, **fields: object) -> None:
        changed = msgspec.structs.replace(self._known(id), **fields)
        try:
            self.statements[id] = msgspec.convert(msgspec.to_builtins(changed), Attribution)
        except msgspec.ValidationError as error:
            raise CannotCorrect(f"statement {id}: {error}") from None

    def _mark(self, deed: Mark) -> None:
        before = self._known(deed.id)
        for span in (span for spans in deed.places.values() for span in spans):
            self._check(span)
        fields: dict[str, object] = dict(zip(deed.places, deed.places.values(), strict=True))
        if "source" in deed.places:
            fields |= self._hands_of(before, deed.places["source"])
            if before.form == "orphan" and deed.places["source"]:
                fields["form"] = "direct"
        self._put(deed.id, **fields)

    def _hands_of(self, before: Attribution, source: tuple[Span, ...]) -> dict[str, object]:
        """Return whose words they are, which follows the corrected source.

        Where it only has other edges, the hand that it named before is named anew.
        """
        if not source:
            return {"origin": None, "conduits": ()}
        now = named(self.article, source[0])

        def was_named(link: Link | None) -> bool:
            return link is not None and any(
                old.contains(span) for old in before.source for span in link.spans
            )

        if any(old.overlaps(new) for old in before.source for new in source):
            if was_named(before.origin):
                return {"origin": now}
            if any(map(was_named, before.conduits)):
                conduits = tuple(now if was_named(one) else one for one in before.conduits)
                return {"conduits": conduits}
        return {"origin": now, "conduits": ()}

    def _trace(self, deed: Trace) -> None:
        before = self._known(deed.id)
        stood = {link.name: link for link in (before.origin, *before.conduits) if link}

        def link(hand: Hand, spans: tuple[Span, ...] = ()) -> Link:
            same = stood.get(hand.name)
            return Link(name=hand.name, type=hand.type, spans=same.spans if same else spans)

        source = before.origin.spans if before.origin else ()
        self._put(
            deed.id,
            origin=link(deed.origin, source) if deed.origin else None,
            conduits=tuple(link(hand) for hand in deed.conduits),
        )

    def _split(self, deed: Split) -> None:
        one = self._known(deed.id)
        halves = cut(self.article, one.content, deed.at)
        if halves is None:
            raise CannotCorrect(f"statement {deed.id} cannot be split at {deed.at}")
        first, second = halves
        self.statements[one.id] = msgspec.structs.replace(one, content=first)
        self._make(msgspec.structs.replace(one, content=second, answers=None))

    def _join(self, deed: Join) -> None:
        one, other = self._known(deed.one), self._known(deed.other)
        if one.id == other.id or one.embedded_in or other.embedded_in:
            raise CannotCorrect(f"statement {one.id} cannot be joined with {other.id}")
        del self.statements[other.id]
        content = joined(self.article, one.content, other.content)
        united = msgspec.structs.replace(
            one,
            content=content,
            source=one.source or other.source,
            cue=one.cue or other.cue,
            origin=one.origin if one.source else other.origin or one.origin,
            conduits=one.conduits if one.source else other.conduits or one.conduits,
        )
        self.statements[one.id] = united
        for id, inner in self.statements.items():
            pointers = ("embedded_in", "answers")
            held = {name: one.id for name in pointers if getattr(inner, name) == other.id}
            self.statements[id] = msgspec.structs.replace(inner, **held) if held else inner
        self.kept.discard(one.id)
        for group in (self.kept, self.removed):
            group.discard(other.id)
        if other.id in self.made:
            self.made.remove(other.id)
        self.otherwise.pop(other.id, None)

    def _add(self, deed: Add) -> None:
        for span in (deed.content, *deed.source, *deed.cue):
            self._check(span)
        made = self._make(by_hand(self.article, deed.content, deed.source, deed.cue))
        self.kept.add(made)

    def _make(self, one: Attribution) -> str:
        number = 1
        while (id := f"P{number:02}") in self.statements or id in self._begun:
            number += 1
        self.statements[id] = msgspec.structs.replace(one, id=id, rule=None)
        self.made.append(id)
        return id

    def _check(self, span: Span) -> None:
        paragraph = self.article.paragraphs[self.article.paragraph_of(span) - 1]
        if not len(span) or not paragraph.contains(span):
            raise CannotCorrect(f"{span.start} to {span.end} is no place inside one paragraph")

    def _merge(self, deed: Merge) -> None:
        known = {one.name for one in people(self.article, self.standing)}
        if deed.one == deed.other or not {deed.one, deed.other} <= known:
            raise CannotCorrect(f"{deed.other} and {deed.one} are not two sources of this page")
        self.names.merge(deed.other, deed.one)

    def _part(self, deed: Part) -> None:
        raw = {
            link.name
            for _, link in hands(self.statements.values())
            if called(self.article, link) == deed.words
            and self.names.of(link.name, deed.words) == deed.name
        }
        if not raw or deed.name == deed.words:
            raise CannotCorrect(f"{deed.words} does not stand for {deed.name} on this page")
        taken = {one.name for one in people(self.article, self.standing)}
        own, number = deed.words, 1
        while own in taken:
            number += 1
            own = f"{deed.words} ({number})"
        self.names.part(raw, deed.words, own)


def _place(one: Attribution) -> tuple[Span, str]:
    return min((*one.content, *one.cue, *one.source), default=Span(0, 0)), one.id
