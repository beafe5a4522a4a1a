"""The chain of a statement: its origin, and the hands it came by as far as the page says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.instrument.finding import Range
from accordingto.instrument.lexicon import verb_forms
from accordingto.instrument.tokens import Line, line
from accordingto.readings.records import Link
from accordingto.text import Span

UNDISCLOSED = Link(name="not disclosed", type="undisclosed")
CONDUITS = frozenset({"outlet", "document", "named journalist"})
_OPENS = re.compile(r"[^\w\s]As ")
_LONGEST = 12  # words of "As … said," before its comma


def chained(origin: Link | None, passed_on: Sequence[Link], hearsay: bool) -> tuple[Link, ...]:
    """The conduits, nearest the origin first.

    "Reportedly" says that somebody passed it on: where the page names nobody, that link is
    undisclosed, and nobody is guessed.
    """
    if passed_on:
        return tuple(passed_on)
    return (UNDISCLOSED,) if origin and hearsay else ()


def relayed(words: Line, content: Sequence[Range]) -> tuple[Line, Range] | None:
    """Whose words a quotation says it gives: "As the mayor put it, nobody wants a dispute."

    Gives the words of the quotation, and which of them name the one. "As I said" relays nobody.
    """
    if not content or words.tags[content[0][0]] not in "Qq":
        return None
    place = words.span(content[0][0], content[0][0] + 1)
    if not _OPENS.match(words.source, place.start, place.end):
        return None
    inside = line(words.source, Span(place.start + 1, place.end), ())
    comma = inside.tags.find(",", 2, _LONGEST)
    last = comma - (2 if inside.words[comma - 1] == "it" else 1)
    if last < 2 or "p" in inside.tags[1:last]:
        return None
    verb = inside.words[last]
    says = any(form.tag in "zv" for form in verb_forms().get(verb, ()))
    return (inside, (1, last)) if says or verb in ("put", "puts") else None
