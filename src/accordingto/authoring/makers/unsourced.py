"""Sentences that credit nobody, among others that do."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.parts import option, ticks
from accordingto.authoring.said import Said
from accordingto.readings import Attribution
from accordingto.text import Span

KIND = "select all"
_MOST = 3  # of each
_SHORTEST, _LONGEST = 5, 45  # words


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question on some sentences, half of them without a source."""
    told, alone = [], []
    for sentence in basis.sentences:
        words = basis.article[sentence]
        if not _SHORTEST <= len(words.split()) <= _LONGEST or not _is_whole(words):
            continue
        if basis.about.invented and basis.article.paragraph_of(sentence) == 1:
            continue  # the line that says so is no sentence of the report
        meeting = [one for one in basis.reading.attributions if _meets(one, sentence)]
        text = basis.label(sentence)
        if not meeting and not any(one.span.overlaps(sentence) for one in basis.reading.quotations):
            why = basis.why(said["yes"], sentence=sentence)
            alone.append(option(text, why, right=True))
        elif credited := _credited(basis, said, sentence, meeting):
            told.append(option(text, credited, right=False))
    if len(alone) < 2 or len(told) < 2:
        raise Lacking
    return [ticks(said, [*_spread(alone), *_spread(told)])]


def _credited(
    basis: Basis, said: Said, sentence: Span, meeting: list[Attribution]
) -> dict[str, Any] | None:
    """The reason for a sentence whose cue stands in it; None where it stands in another one."""
    for one in meeting:
        if one.cue and not one.embedded_in and all(sentence.contains(cue) for cue in one.cue):
            sources = tuple(place for place in one.source if sentence.contains(place))
            name = "no" if sources else "part"
            return basis.why(said[name], source=sources or one.cue, cue=one.cue)
    return None


def _is_whole(words: str) -> bool:
    """Whether no mark of quotation opens or closes in another sentence."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def _meets(one: Attribution, sentence: Span) -> bool:
    places = (*one.source, *one.cue, *one.content, *one.evidentials)
    return any(place.overlaps(sentence) for place in places)


def _spread(options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Some of the options, from all over the page."""
    step = max(1, len(options) / _MOST)
    return [options[int(at * step)] for at in range(min(_MOST, len(options)))]
