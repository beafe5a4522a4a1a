"""Who reacts to whom: an actor, a target, a stance, and the words that show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from accordingto.instrument.finding import Finding
from accordingto.instrument.lexicon import classed
from accordingto.instrument.tagset import NOMINAL, NOUN_OR_VERB
from accordingto.instrument.tokens import Line
from accordingto.readings.records import Attribution, Reaction, Stance
from accordingto.text import Span


def reaction(line: Line, found: Finding, attribution: Attribution) -> Reaction | None:
    """The reaction that a verb of judgment, urging, warning or refusing reports, if it is one.

    "The senator accused the mayor of delay": the senator, the mayor, accuse.
    """
    if found.verb is None or attribution.origin is None or found.verb.negated:
        return None
    if attribution.form == "question":  # to press somebody for an answer urges nothing
        return None
    stance = classed("stances.txt").get(found.verb.verb.lemma)
    if stance is None:
        return None
    evidence: Sequence[Span] = attribution.content or attribution.cue
    return Reaction(
        id=f"R{attribution.id[1:]}",
        actor=attribution.origin.name,
        target=_target(line, found, stance == "accuse"),
        stance=_stance(stance),
        evidence=tuple(dict.fromkeys((*attribution.cue, *evidence))),
        on_record=on_record(attribution),
    )


def _stance(name: str) -> Stance:
    return name  # type: ignore[return-value]


_PHRASE = NOMINAL + NOUN_OR_VERB + "roY&"


def _target(line: Line, found: Finding, accused: bool) -> str:
    """The noun phrase after the cue: the target of a judgement, or the addressee.

    A clause is no target: "warned it would respond" does not say whom; "urged the crew to go"
    does. Of one who is `accused` the name ends before "of".
    """
    start = found.cue[1]
    end = start
    if found.content and found.content[0][0] >= start:
        first, last = found.content[0]
        end = last if first == start else first
    at = start
    inside = _PHRASE if accused else _PHRASE + "O"
    while at < end and line.tags[at] in inside:
        at += 1
    if found.rule != "object" and found.holds(start) and line.tags[at : at + 1] != "T":
        return "not stated"
    while at > start and line.tags[at - 1] in "O&":
        at -= 1
    return line.text(start, at) if at > start else "not stated"


def on_record(attribution: Attribution) -> Literal["yes", "no", "unclear"]:
    """Whether a named person or a document stands on the page for what a statement says."""
    kind = attribution.origin.type if attribution.origin else "none"
    if attribution.evidentials or kind == "undisclosed":
        return "no"
    return "yes" if kind.startswith("named") or kind == "document" else "unclear"
