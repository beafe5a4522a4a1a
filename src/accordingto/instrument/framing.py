"""How a statement is framed: evidentials, hedges, boosters, manner, and how much was quoted."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.instrument.finding import Finding
from accordingto.instrument.lexicon import classed
from accordingto.instrument.tokens import Line
from accordingto.readings.records import AttributionForm, VerbClass
from accordingto.text import Span

_QUESTIONS = frozenset({"ask", "ask about", "wonder", "question", "inquire", "press", "query"})


@dataclass(frozen=True)
class Framing:
    """The words around a cue, sorted by what they do."""

    evidentials: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    boosters: tuple[Span, ...] = ()
    manner: tuple[Span, ...] = ()


def framing(line: Line, found: Finding) -> Framing:
    """Sort the adverbs beside the cue: "reportedly told", "staunchly affirming"."""
    sorted_by: dict[str, list[Span]] = {}
    first = found.cue[0]
    while first > 0 and line.tags[first - 1] == "r":
        first -= 1
    for at in range(first, found.cue[1]):
        kind = classed("framing.txt").get(line.words[at].lower())
        if kind is None and line.words[at].endswith("ly"):
            kind = "manner"
        if kind:
            sorted_by.setdefault(kind, []).append(line.span(at, at + 1))
    return Framing(
        tuple(sorted_by.get("evidential", ())),
        tuple(sorted_by.get("hedge", ())),
        tuple(sorted_by.get("booster", ())),
        tuple(sorted_by.get("manner", ())),
    )


def verb_class(found: Finding) -> VerbClass | None:
    """The class of the cue's verb; "did not say" and "declined" are negated."""
    if found.verb is None:
        return None
    return "negated" if found.verb.negated else found.verb.verb.verb_class


def form_of(line: Line, found: Finding) -> AttributionForm:
    """Direct when all of the content is quoted, mixed when some of it is."""
    if found.verb and found.verb.verb.verb_class == "negated":
        return "refusal"
    letters = "".join(line.tags[first:last] for first, last in found.content).strip(",.;:&")
    if letters and set(letters) <= set("Qq"):
        return "direct" if "Q" in letters else "mixed"
    if "q" in letters or "Q" in letters:
        return "mixed"
    if found.verb and found.verb.verb.lemma in _QUESTIONS:
        return "question"
    return "summary" if found.rule == "object" else "indirect"
