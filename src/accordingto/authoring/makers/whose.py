"""Whose words, and how they came to this page."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis, Statement
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.parts import name_of
from accordingto.authoring.people import alike, is_described
from accordingto.authoring.said import Said
from accordingto.authoring.wording import capital, within

KIND = "matrix"
_MOST, _MOST_PASSED_ON = 5, 3
_HANDS = ("straight", "named", "hidden")


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question with a row for each of some statements, those that were passed on first."""
    chosen = _chosen(basis)
    if len({one.who for one in chosen}) < 2:
        raise Lacking
    return [
        {
            "prompt": said["prompt"],
            "slots": [_who_slot(basis, said, chosen), _hands_slot(said)],
            "rows": [_row(basis, said, one) for one in chosen],
            "points": len(chosen),
        }
    ]


def _chosen(basis: Basis) -> list[Statement]:
    """Statements of different sources, of which none can be another under a different name."""
    fitting = [
        one
        for one in basis.statements
        if one.who and one.record.cue and basis.tells(one.record.content)
    ]
    named_first = sorted(fitting, key=lambda one: is_described(one.record.origin))
    passed_on = [one for one in named_first if one.record.conduits]
    straight = [one for one in named_first if not one.record.conduits]
    chosen: list[Statement] = []
    for most, those in ((_MOST_PASSED_ON, passed_on), (_MOST, straight)):
        for one in those:
            if len(chosen) < most and not any(_can_be(one, other) for other in chosen):
                chosen.append(one)
    return sorted(chosen, key=lambda one: one.places[0])


def _can_be(one: Statement, other: Statement) -> bool:
    return one.who == other.who or alike(one.record.origin, other.record.origin)


def _who_slot(basis: Basis, said: Said, chosen: list[Statement]) -> dict[str, Any]:
    first = {one.who: one for one in reversed(chosen)}
    options = [
        {
            "value": name_of(who),
            "text": capital(who),
            "why": said["who_wrong"].format(
                who=within(who),
                words=basis.quote(one.record.content),
                number=basis.numbers(one.record.content),
            ),
        }
        for who, one in sorted(first.items(), key=lambda pair: pair[0].casefold())
    ]
    return {"id": "who", "text": said["who"], "options": options}


def _hands_slot(said: Said) -> dict[str, Any]:
    options = [{"value": one, "text": said[one], "why": said[f"{one}_wrong"]} for one in _HANDS]
    return {"id": "hands", "text": said["hands"], "options": options}


def _row(basis: Basis, said: Said, one: Statement) -> dict[str, Any]:
    record = one.record
    hands = how(one)
    told: dict[str, Any] = {"source": record.source or record.cue, "cue": record.cue}
    told["who"] = within(one.who)
    if hands == "named":
        told["hand"] = next(hand.spans for hand in record.conduits if hand.spans)
    if hands == "hidden" and record.evidentials:
        told["sign"] = record.evidentials
    name = "is_gap" if hands == "hidden" and not record.evidentials else f"is_{hands}"
    return {
        "id": record.id,
        "text": basis.label(record.content),
        "key": {"who": name_of(one.who), "hands": hands},
        **basis.why(said[name], record, **told),
    }


def how(one: Statement) -> str:
    """How a statement came to the page, as far as it shows: straight, by one named, or hidden."""
    if not one.record.conduits:
        return "straight"
    return "named" if any(hand.spans for hand in one.record.conduits) else "hidden"
