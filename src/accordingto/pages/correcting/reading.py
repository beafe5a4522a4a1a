"""The reading that follows from a corrected draft; what was corrected holds in all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from accordingto.instrument.chains import UNDISCLOSED
from accordingto.instrument.quotation_records import quotation_form, speaker_of
from accordingto.instrument.reactions import on_record
from accordingto.pages.correcting.replay import Corrected
from accordingto.pages.reported import reporting, reports
from accordingto.readings import Attribution, Case, Quotation, Reaction, Reading
from accordingto.readings.records import QuotationForm
from accordingto.text import Span

READER = "you"
QUESTION = "How is this statement to be read?"


def corrected(work: Corrected) -> Reading:
    """Return the reading of a draft as it was corrected.

    Quotations follow the statement that they stand in now: its source speaks. Where nothing was
    done, all is as in the draft.
    """
    standing = work.standing
    ids = {one.id for one in standing}
    return msgspec.structs.replace(
        work.draft,
        reader=READER,
        attributions=tuple(standing),
        quotations=tuple(_quotation(work, one, standing) for one in work.draft.quotations),
        reactions=tuple(_reactions(work, standing)),
        cases=(*_cases_left(work, ids), *_own_cases(work, ids)),
    )


def _quotation(work: Corrected, one: Quotation, standing: Sequence[Attribution]) -> Quotation:
    before, now = (_holder(one, statements) for statements in (work.draft.attributions, standing))
    if one.form == "nested" or before == now:
        return one
    by = _with_speaker(now)
    form: QuotationForm = one.form
    if bool(by) != bool(_with_speaker(before)):
        form = quotation_form(work.article[one.span], by, closed=one.closed)
    return msgspec.structs.replace(
        one,
        form=form,
        speaker=speaker_of(by) if by else None,
        attribution=now.id if now else None,
    )


def _with_speaker(one: Attribution | None) -> Attribution | None:
    return one if one and one.form != "orphan" else None


def _holder(one: Quotation, statements: Sequence[Attribution]) -> Attribution | None:
    """Return the statement that a quotation stands in; of several, the shortest."""
    shared = [
        (-sum(_common(piece, one.span) for piece in it.content), sum(map(len, it.content)), it.id)
        for it in statements
    ]
    best = min((key for key in shared if key[0]), default=None)
    return next((it for it in statements if best and it.id == best[2]), None)


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def reaction_of(reading: Reading, one: Attribution) -> Reaction | None:
    """Return the reaction that a statement reports."""
    return next((it for it in reading.reactions if reports(one, it)), None)


def _reactions(work: Corrected, standing: Sequence[Attribution]) -> list[Reaction]:
    """Return the reactions in the order of the page, as they are in the draft or were changed."""
    found = [*_left(work, standing), *_changed(work, standing)]
    return sorted(found, key=lambda it: min(it.evidence)) if work.reacted else found


def _left(work: Corrected, standing: Sequence[Attribution]) -> Iterator[Reaction]:
    """Yield what was not changed: what a statement reports goes with it, and with its source."""
    now = {one.id: one for one in standing}
    for one in work.draft.reactions:
        before = reporting(one, work.draft.attributions)
        if before and (before.id not in now or before.id in work.reacted):
            continue
        held = now[before.id].origin if before else None
        is_its_speaker = before and before.origin and before.origin.name == one.actor
        actor = held.name if held and is_its_speaker else work.names.of(one.actor)
        yield msgspec.structs.replace(one, actor=actor, target=work.names.of(one.target))


def _changed(work: Corrected, standing: Sequence[Attribution]) -> Iterator[Reaction]:
    """Yield what a person says that a statement reports."""
    for one in standing:
        deed = work.reacted.get(one.id)
        places = (*one.cue, *one.content)
        if deed and deed.stance and places:
            yield Reaction(
                id=f"R-{one.id}",
                actor=one.origin.name if one.origin else UNDISCLOSED.name,
                target=work.names.of(deed.target),
                stance=deed.stance,
                evidence=places,
                on_record=on_record(one),
            )


def _cases_left(work: Corrected, ids: set[str]) -> list[Case]:
    statements = {one.id for one in work.draft.attributions}
    return [one for one in work.draft.cases if one.about not in statements - ids]


def _own_cases(work: Corrected, ids: set[str]) -> list[Case]:
    return [
        Case(id=f"otherwise-{id}", about=id, question=QUESTION, readings=readings)
        for id, readings in work.otherwise.items()
        if readings and id in ids
    ]
