"""Cues sorted by the class of their verb."""

from __future__ import annotations

import re
from typing import Any

from accordingto.authoring.basis import Basis, Statement
from accordingto.authoring.parts import card, some_of_each, sorting
from accordingto.authoring.said import Said

KIND = "sort cards"
CLASSES = ("neutral", "illocutionary", "factive", "negated")
_REFUSED = re.compile(r"\bn(?:ot|o|ever|either)\b|n’t\b|\b(?:declin|refus|withh)\w+|\bsilen")


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question with some cues of two classes at least, each wording once."""
    found: dict[str, list[Statement]] = {name: [] for name in CLASSES}
    seen: set[str] = set()
    for one in basis.statements:
        words = basis.quote(one.record.cue).lower()
        tells = one.record.verb_class != "negated" or _REFUSED.search(words)
        if one.record.verb_class and words and words not in seen and tells:
            seen.add(words)
            found[one.record.verb_class].append(one)
    return [sorting(said, CLASSES, [_card(basis, said, one) for one in some_of_each(found)])]


def _card(basis: Basis, said: Said, one: Statement) -> dict[str, Any]:
    why = basis.why(said[f"is_{one.record.verb_class}"], cue=one.record.cue)
    return card(basis.label(one.record.cue), why, key=f"={one.record.id}.verb_class")
