"""A Reading as one line of JSON, in the form of quotation corpora: offsets into the text."""

from __future__ import annotations

from typing import Any

from accordingto.instrument.precision import precision
from accordingto.instrument.running import RULE as RUNNING
from accordingto.readings.records import Attribution, Quotation, Reading
from accordingto.text import Article, Span


def corpus_record(article: Article, reading: Reading) -> dict[str, Any]:
    """`{"id", "text", "attributions": [{"content": [[s, e], …], …}], "quotations": [{"span": …}]}`.

    Corpora count one attribution a cue: what one cue reports in several records here is one
    there, in several pieces, but for what runs on beyond a paragraph of telling. An orphan has
    neither cue nor source, and is left out.
    """
    groups: list[list[Attribution]] = []
    last: dict[tuple[Span, ...], list[Attribution]] = {}
    for one in reading.attributions:
        if one.cue in last and not _beyond(article, last[one.cue][-1], one):
            last[one.cue].append(one)
        elif one.cue:
            last[one.cue] = [one]
            groups.append(last[one.cue])
    return {
        "id": article.id,
        "text": article.text,
        "attributions": [_merged(article.text, group) for group in groups],
        "quotations": [_quotation(one) for one in reading.quotations],
    }


def _beyond(article: Article, before: Attribution, one: Attribution) -> bool:
    """Whether a paragraph stands between what two records say."""
    if one.rule != RUNNING or not (before.content and one.content):
        return False
    first, after = (article.paragraph_of(each.content[-1]) for each in (before, one))
    return after > first + 1


def _quotation(one: Quotation) -> dict[str, Any]:
    """A pair of marks, which may stand inside a longer content; offsets as of an attribution."""
    return {
        "id": one.id,
        "span": [one.span.start, one.span.end],
        "form": one.form,
        "speaker": one.speaker,
        "attribution": one.attribution,
        "inside": one.inside,
        "continues": one.continues,
        "closed": one.closed,
    }


def _merged(text: str, group: list[Attribution]) -> dict[str, Any]:
    first = group[0]
    pieces: list[list[int]] = []
    for piece in sorted(piece for one in group for piece in one.content):
        if pieces and text[pieces[-1][1] : piece.start].strip() in ("and", "or", "but"):
            pieces[-1][1] = piece.end
        else:
            pieces.append([piece.start, piece.end])
    return {
        "id": first.id,
        "type": first.form,
        "content": pieces,
        "cue": [[span.start, span.end] for span in first.cue],
        "source": [[span.start, span.end] for span in first.source],
        "verb_class": first.verb_class,
        "origin": first.origin.name if first.origin else None,
        "origin_type": first.origin.type if first.origin else None,
        "conduits": [link.name for link in first.conduits],
        "embedded_in": first.embedded_in,
        "rule": first.rule,
        "precision": precision(first.rule) if first.rule else None,
    }
