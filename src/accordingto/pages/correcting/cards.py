"""What the reading knows of each statement, as plain data for a card on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import msgspec

from accordingto.instrument.precision import precision
from accordingto.pages.correcting.deeds import Role
from accordingto.pages.correcting.people import NO_ONE, people
from accordingto.pages.correcting.reading import reaction_of
from accordingto.pages.correcting.replay import Corrected
from accordingto.readings import Attribution, Link
from accordingto.readings.records import AttributionForm, SourceType, Stance, VerbClass

ROLES: tuple[Role, ...] = get_args(Role)
FORMS: tuple[str, ...] = get_args(AttributionForm)
CLASSES: tuple[str, ...] = get_args(VerbClass)
TYPES: tuple[str, ...] = get_args(SourceType)
STANCES: tuple[str, ...] = get_args(Stance)
_TOLD = {  # how far a source is named, for who reads the card
    "unnamed person": "unnamed: no name is given",
    "unnamed group": "unnamed: no name is given",
    "undisclosed": "not disclosed",
    "none": "nobody is named",
}


def cards(work: Corrected, deeds: int) -> dict[str, Any]:
    """Return all that the queue shows. `deeds` is how many were done, for who waits for it."""
    outer = work.outer
    named = {one.id: one for one in work.names.resolved(work.article, outer)}
    inner = [one for one in work.statements.values() if one.embedded_in]
    return {
        "deeds": deeds,
        "made": work.made[-1] if work.made else None,
        "cards": [_card(work, named[one.id], inner) for one in outer],
        "people": [
            {"name": one.name, "type": one.type, "called": [list(pair) for pair in one.called]}
            for one in people(work.article, work.standing)
        ],
        "predicted": msgspec.to_builtins(work.predicted) if work.predicted else None,
    }


def _card(work: Corrected, one: Attribution, inner: Sequence[Attribution]) -> dict[str, Any]:
    places = (*one.content, *one.cue, *one.source)
    return {
        "id": one.id,
        "status": work.status(one.id),
        "cue": " … ".join(work.article[span] for span in one.cue),
        "paragraph": work.article.paragraph_of(min(places)) if places else 1,
        "marks": [
            {"start": span.start, "end": span.end, "label": role}
            for role in ROLES
            for span in getattr(one, role)
        ],
        "form": one.form,
        "verb_class": one.verb_class,
        "origin": _hand(one.origin),
        "conduits": [_hand(link) for link in one.conduits],
        "told": _TOLD.get(one.origin.type, "") if one.origin else "nobody is named",
        "reaction": _reaction(work, one.id),
        "rule": _rule(one),
        "inner": [_words(work, it) for it in inner if it.embedded_in == one.id],
        "otherwise": [msgspec.to_builtins(it) for it in work.otherwise.get(one.id, ())],
        "note": one.note,
    }


def _hand(link: Link | None) -> dict[str, Any] | None:
    return (
        None if link is None else {"name": link.name, "type": link.type, "gap": link.type in NO_ONE}
    )


def _reaction(work: Corrected, id: str) -> dict[str, Any] | None:
    """Return the stance that a statement reports, and toward whom, if it reports one."""
    before = next((it for it in work.draft.attributions if it.id == id), None)
    told = work.reacted.get(id) or (before and reaction_of(work.draft, before))
    return {"stance": told.stance, "target": told.target} if told and told.stance else None


def _rule(one: Attribution) -> str:
    """Return which rule found it, and how often that one is right."""
    if not one.rule:
        return "put in by hand"
    measured = precision(one.rule)
    if measured is None:
        return f"{one.rule}; how often it is right was not measured"
    return f"{one.rule}; of a hundred of its findings {measured} are right"


def _words(work: Corrected, one: Attribution) -> str:
    places = sorted((*one.source, *one.cue, *one.content))
    return " … ".join(work.article[span] for span in places)
