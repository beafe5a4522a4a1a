"""Who reacts, and toward whom or what."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.parts import name_of
from accordingto.authoring.said import Said
from accordingto.authoring.wording import capital, excerpt, is_pronoun
from accordingto.readings import Reaction

KIND = "matrix"
_MOST = 4
_UNTOLD = ("not stated", "")
_NO_ACT = ("undetermined", "withhold")


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question with a row for each of some reactions whose target the page tells."""
    chosen: list[Reaction] = []
    for one in basis.reading.reactions:
        texts = {basis.label(other.evidence) for other in chosen}
        if _is_clear(one) and basis.label(one.evidence) not in texts:
            chosen.append(one)
    chosen = chosen[:_MOST]
    if len({_actor(basis, one) for one in chosen}) < 2 or len({_target(one) for one in chosen}) < 2:
        raise Lacking
    actors = {_actor(basis, one): one for one in reversed(chosen)}
    targets = {_target(one): one for one in reversed(chosen)}
    return [
        {
            "prompt": said["prompt"],
            "slots": [
                _slot(basis, said, "actor", actors),
                _slot(basis, said, "target", targets),
            ],
            "rows": [_row(basis, said, one) for one in chosen],
            "points": len(chosen),
        }
    ]


def _is_clear(one: Reaction) -> bool:
    told = one.target not in _UNTOLD and not is_pronoun(one.target)
    shown = one.actor != "not disclosed" and not is_pronoun(one.actor)
    is_one = ";" not in one.target and "," not in one.actor  # and no note on who passed it on
    return bool(one.evidence) and told and shown and is_one and one.stance not in _NO_ACT


def _actor(basis: Basis, one: Reaction) -> str:
    held = next((by for by in basis.statements if set(by.record.cue) & set(one.evidence)), None)
    return capital(held.who if held and held.who else basis.people.named(one.actor))


def _target(one: Reaction) -> str:
    return capital(excerpt(one.target))


def _slot(basis: Basis, said: Said, name: str, first: dict[str, Reaction]) -> dict[str, Any]:
    options = [
        {
            "value": name_of(text),
            "text": text,
            "why": said[f"{name}_wrong"].format(
                words=basis.quote(one.evidence), number=basis.numbers(one.evidence)
            ),
        }
        for text, one in sorted(first.items(), key=lambda pair: pair[0].casefold())
    ]
    return {"id": name, "text": said[name], "options": options}


def _row(basis: Basis, said: Said, one: Reaction) -> dict[str, Any]:
    return {
        "id": one.id,
        "text": basis.label(one.evidence),
        "key": {"actor": name_of(_actor(basis, one)), "target": name_of(_target(one))},
        **basis.why(said["is"], evidence=one.evidence, stance=one.stance),
    }
