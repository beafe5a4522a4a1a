"""Quotations as records: who speaks, what form, and those the page leaves without a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.instrument.quotations import Quoted
from accordingto.readings.records import Attribution, Link, Quotation, QuotationForm
from accordingto.text import Article, Span

Records = tuple[tuple[Quotation, ...], tuple[Attribution, ...]]


def quotation_records(
    article: Article, quoted: Sequence[Sequence[Quoted]], attributions: Sequence[Attribution]
) -> Records:
    """The quotations of an article, each tied to its attribution, and the orphans' attributions."""
    records: list[Quotation] = []
    orphans: list[Attribution] = []
    places = [(piece, one) for one in attributions for piece in one.content]
    holders = _Holders(places)
    before: str | None = None
    for here in quoted:
        for one in here:
            id = f"Q{len(records) + 1:02}"
            by = holders.of(one.span)
            form = quotation_form(article[one.span], by, closed=one.closed)
            if form == "orphan":
                name = f"A{len(attributions) + len(orphans) + 1:02}"
                orphans.append(_orphan(name, one.span))
            records.append(
                Quotation(
                    id=id,
                    span=one.span,
                    form=form,
                    speaker=speaker_of(by) if by else None,
                    attribution=by.id if by else (orphans[-1].id if form == "orphan" else None),
                    continues=before if one.continues else None,
                    closed=one.closed,
                )
            )
            before = id
            for inner in one.inner:
                records.append(
                    Quotation(id=f"Q{len(records) + 1:02}", span=inner, form="nested", inside=id)
                )
    return tuple(records), tuple(orphans)


def speaker_of(by: Attribution) -> str | None:
    """The speaker: the hand whose words are the source, else the origin; None without hands."""
    hands = [one for one in (by.origin, *by.conduits) if one]
    for one in hands:
        if any(source.contains(span) for source in by.source for span in one.spans):
            return one.name
    return hands[0].name if hands else None


class _Holders:
    """Finds the attribution that holds a place; both go forward through the text."""

    def __init__(self, places: list[tuple[Span, Attribution]]) -> None:
        self._places = sorted(places, key=lambda place: (place[0].start, -place[0].end))
        self._next = 0

    def of(self, span: Span) -> Attribution | None:
        """The innermost attribution whose content holds `span`."""
        while self._next < len(self._places) and self._places[self._next][0].end < span.start:
            self._next += 1
        best: Attribution | None = None
        for place, one in self._places[self._next : self._next + 12]:
            if place.start > span.start:
                break
            if place.contains(span):
                best = one
        return best


def quotation_form(text: str, by: Attribution | None, *, closed: bool) -> QuotationForm:
    """The form of a quotation, by its words and the attribution that it stands in, if any."""
    words = text.strip("“”\"'‘’`.,?! ").split()
    if by is not None:
        return "direct" if by.form == "direct" else "mixed"
    if (
        len(words) <= 8
        and words
        and all(word[0].isupper() or len(word) < 5 for word in words)
        and words[0][0].isupper()
        and words[-1][0].isupper()
    ):
        return "title"
    return "scare" if len(words) <= 2 and closed else "orphan"


def _orphan(id: str, span: Span) -> Attribution:
    return Attribution(
        id=id,
        form="orphan",
        content=(span,),
        origin=Link(name="not stated", type="none"),
        rule="orphan",
    )
