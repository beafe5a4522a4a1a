"""Quotations that run on from paragraph to paragraph: who goes on is inferred from their position.

By the custom of the press a quotation that opens a paragraph, with nobody named beside it, is of
the one who spoke last in the paragraph before, or of the one who is named where it closes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from accordingto.instrument.quotations import Quoted
from accordingto.instrument.tagset import QUOTED
from accordingto.instrument.tokens import Line
from accordingto.readings.records import Attribution
from accordingto.text import Span

RULE = "running quotation"
NOTE = "Who speaks is inferred from the position: the page does not say it here."
_SPOKEN = frozenset({"direct", "mixed", "indirect", "question"})
_MUTE = frozenset({"outlet", "none", "undisclosed"})  # nobody who talks on
_BETWEEN = ".,;:- "
_PAUSE = 1  # paragraphs of telling, after which the same one may go on


@dataclass(frozen=True)
class Told:
    """A paragraph, its quotations, and the attributions found in it."""

    line: Line
    quoted: Sequence[Quoted]
    found: list[Attribution] = field(default_factory=list)


def running(paragraphs: Sequence[Told], numbered: int) -> list[Attribution]:
    """Returns an attribution for each paragraph whose quotation goes on with a speaker.

    Each has the source and the cue of the one that it goes on with. Their ids go on after the
    number `numbered`.
    """
    speakers = _forward(paragraphs)
    _backward(paragraphs, speakers)
    return [
        _going_on(f"A{numbered + count:02}", before, place)
        for count, (place, before) in enumerate(sorted(speakers.items()), 1)
    ]


def _forward(paragraphs: Sequence[Told]) -> dict[Span, Attribution]:
    """Opening quotations with the attribution that they go on with."""
    speakers: dict[Span, Attribution] = {}
    last: Attribution | None = None
    silent = 0
    for told in paragraphs:
        place = _opening(told)
        if last and place:
            speakers[place] = last
        silent = 0 if place or told.found else silent + 1
        on = last if silent <= _PAUSE and (place or silent) and not told.found else None
        last = _who_spoke(told) or on
    return speakers


def _backward(paragraphs: Sequence[Told], speakers: dict[Span, Attribution]) -> None:
    """Quotations that are closed in a later paragraph are of the one who is named there."""
    named: Attribution | None = None
    for told in reversed(paragraphs):
        place = _opening(told)
        if named and place and not told.quoted[-1].closed:
            speakers[place] = named
        elif not place:
            first = told.quoted[0].span if told.quoted else None
            named = _holder(told, first) if first and told.quoted[0].continues else None
        if not (told.quoted and told.quoted[0].continues):
            named = None


def _opening(told: Told) -> Span | None:
    """The quotations that open a paragraph, if nobody in it says them."""
    tags = told.line.tags
    if tags[:1] not in tuple(QUOTED) or not told.quoted or _holder(told, told.quoted[0].span):
        return None
    if tags[0] == "q" and told.quoted[0].closed:
        return None
    rest = tags.lstrip(QUOTED + _BETWEEN)
    if rest and not told.quoted[0].continues:  # “Wait,” and the telling goes on
        return None
    end = len(tags) if not rest else 1
    return told.line.span(0, end if tags[end - 1] in QUOTED else end - 1)


def _holder(told: Told, place: Span) -> Attribution | None:
    holders = (one for one in told.found if any(part.contains(place) for part in one.content))
    return next(holders, None)


def _who_spoke(told: Told) -> Attribution | None:
    """The attribution whose speaker may go on: the last one with marks, else the last one."""
    spoken = [one for one in told.found if one.origin and one.form in _SPOKEN and one.source]
    able = [one for one in spoken if one.origin and one.origin.type not in _MUTE]
    marked = [one for one in able if one.form in ("direct", "mixed")]
    return (marked or able or [None])[-1]  # type: ignore[list-item]


def _going_on(id: str, before: Attribution, place: Span) -> Attribution:
    return replace(
        before, id=id, form="direct", content=(place,), embedded_in=None, rule=RULE, note=NOTE
    )
