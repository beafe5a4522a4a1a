"""What on the page speaks for a way to mark a sentence, by what the machine reader finds there.

It says what can be seen, and never which way is the expert's: the machine is one more reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accordingto.readings import Attribution, Reading
from accordingto.text import Article, Span

ASK = "Ask who read it so: which words made you do it?"


def signs(
    article: Article, machine: Reading, sentence: Span, marked: Sequence[Span]
) -> Iterator[str]:
    """Yield sentences on what speaks for these marks in a sentence, or for marking nothing."""
    quoted = [one.span for one in machine.quotations if one.span.overlaps(sentence)]
    told = [one for one in machine.attributions if _meets(one, [sentence])]
    if not marked:
        if not quoted:
            yield "No quotation marks stand in this sentence."
        if not told:
            yield "The machine reader finds no statement in it: no cue that it knows."
        if quoted and told:
            yield ASK
        return
    inside = [span for span in quoted if any(span.overlaps(mark) for mark in marked)]
    yield from (f"Quotation marks: {_short(article[span])}" for span in inside)
    met = [one for one in told if _meets(one, marked)]
    for one in met:
        cue = " … ".join(article[span] for span in one.cue)
        yield f"The machine reader finds a statement here{f', by its cue “{cue}”' if cue else ''}."
    if not inside and not met:
        yield f"No quotation marks, and no cue that the machine reader knows. {ASK}"


def _meets(one: Attribution, spans: Sequence[Span]) -> bool:
    pieces = (*one.source, *one.cue, *one.content)
    return any(piece.overlaps(span) for piece in pieces for span in spans)


def _short(text: str, words: int = 8) -> str:
    found = text.split()
    return " ".join(found[:words]) + (" …" if len(found) > words else "")
