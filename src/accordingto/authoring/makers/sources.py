"""Sources sorted by what the page says of them: named, unnamed, withheld, not shown."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis, Statement
from accordingto.authoring.parts import card, some_of_each, sorting
from accordingto.authoring.said import Said
from accordingto.instrument.withheld import sign
from accordingto.text import Span

KIND = "sort cards"
CLASSES = ("named", "unnamed", "withheld", "hidden")
_MOST_OF_ONE = 3  # cards


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question with a card for each source, of two sorts at least."""
    cards: dict[str, dict[str, Any]] = {}
    for one in basis.statements:
        made = _card(basis, said, one)
        key = one.who or made["id"] if made and made["key"] != "hidden" else one.record.id
        if made and (key not in cards or made["key"] == "withheld"):
            cards[key] = made
    found = {sort: [one for one in cards.values() if one["key"] == sort] for sort in CLASSES}
    return [sorting(said, CLASSES, some_of_each(found, _MOST_OF_ONE))]


def _card(basis: Basis, said: Said, one: Statement) -> dict[str, Any] | None:
    """What a source said; None where the page leaves it open which sort of source that is."""
    record = one.record
    if not basis.tells(record.content):
        return None
    text = basis.label(record.content)
    if one.is_hidden:
        if record.source:
            return None
        name = "is_hidden" if record.cue else "is_orphan"
        why = basis.why(said[name], cue=record.cue, content=record.content)
        return card(text, why, key="hidden")
    if not record.source:
        return None
    if sign := withheld_by(basis, one):
        why = basis.why(said["is_withheld"], sign=sign)
        too = {"credit": 0.5, "why": basis.why(said["also_unnamed"], sign=sign)["why"]}
        return {**card(text, why, key="withheld"), "accept": {"unnamed": too}}
    if (sort := _shown_sort(basis, one)) is None:
        return None
    why = basis.why(said[f"is_{sort}"], source=record.source)
    return card(text, why, key=sort)


def _shown_sort(basis: Basis, one: Statement) -> str | None:
    """Whether a source has a name or is only described; None for a body, which may be either."""
    if not one.who or one.record.origin is None or "anonym" in one.who.lower():
        return None
    words = " ".join(basis.article[place] for place in one.record.source)
    kind, surname = one.record.origin.type, one.who.split()[-1]
    if kind.startswith("named") and surname[0].isupper() and surname in words:
        return "named"
    return "unnamed" if kind.startswith("unnamed") and _describes(words) else None


def withheld_by(basis: Basis, one: Statement) -> Span | None:
    """Where the page says that the name of a source is kept back: in its words, or after them."""
    if not one.record.source:
        return None
    return sign(basis.article.text, one.record, basis.sentence_at(one.record.source[0]).end)


def _describes(words: str) -> bool:
    """Whether no name stands in it, that of a place or a body either, and it is no pronoun."""
    rest = words.split()[1:]
    return bool(rest) and not any(word[0].isupper() for word in rest)
