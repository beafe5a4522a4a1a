"""One question, asked of two sources: what is quoted of them, and what is told."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.parts import option, ticks
from accordingto.authoring.people import alike
from accordingto.authoring.said import Said
from accordingto.authoring.wording import capital, within
from accordingto.readings import Attribution
from accordingto.text import Span

KIND = "select all"
_SIDES, _MOST, _SHORTEST = 2, 3, 3  # sides; options of each sort; words of one


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """The same question on each of the two sources that are heard most in both ways.

    Where only one is, it is asked of that one, and the lesson says so.
    """
    sides = [who for who in _heard(basis) if _quoted(basis, who) and _told(basis, who)]
    if not sides:
        raise Lacking
    first = sides[0]
    other = next((who for who in sides[1:] if _is_another(basis, who, first)), None)
    return [_question(basis, said, who) for who in (first, other)[:_SIDES] if who]


def _heard(basis: Basis) -> list[str]:
    """The sources, the one with most statements first."""
    names = [one.who for one in basis.statements if one.who]
    return sorted(dict.fromkeys(names), key=lambda who: -names.count(who))


def _is_another(basis: Basis, who: str, first: str) -> bool:
    origins = {one.who: one.record.origin for one in basis.statements}
    is_same = alike(origins[who], origins[first])
    return _side(basis, who) != _side(basis, first) and not is_same


def _side(basis: Basis, who: str) -> str:
    """The side that a source speaks for, where `about.yaml` says so; else it is its own."""
    sides = {basis.people.named(one.name): one.side for one in basis.about.actors}
    return sides.get(who, who)


def _question(basis: Basis, said: Said, who: str) -> dict[str, Any]:
    own = [
        option(basis.plain(span), basis.why(said["own"], quotation=span), right=True)
        for span in _quoted(basis, who)[:_MOST]
    ]
    told = [
        option(basis.plain(one.content), _why_told(basis, said, one), right=False)
        for one in _told(basis, who)[:_MOST]
    ]
    return {
        **ticks(said, [*own, *told], points=1),
        "title": said.title.format(who=capital(who)),
        "prompt": said["prompt"].format(who=within(who)),
    }


def _quoted(basis: Basis, who: str) -> list[Span]:
    return [
        one.span
        for one in basis.quotations
        if basis.people.speaker(one) == who and _is_long(basis, (one.span,))
    ]


def _told(basis: Basis, who: str) -> list[Attribution]:
    """Statements whose content meets no mark of quotation."""
    marks = [one.span for one in basis.reading.quotations]
    return [
        one.record
        for one in basis.statements
        if one.who == who
        and one.record.content
        and _is_long(basis, one.record.content)
        and not any(mark.overlaps(piece) for mark in marks for piece in one.record.content)
    ]


def _is_long(basis: Basis, places: tuple[Span, ...]) -> bool:
    return sum(len(basis.article[place].split()) for place in places) >= _SHORTEST


def _why_told(basis: Basis, said: Said, one: Attribution) -> dict[str, Any]:
    return basis.why(said["told" if one.cue else "told_alone"], cue=one.cue, content=one.content)
