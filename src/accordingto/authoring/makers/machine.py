"""What became of the machine's findings: kept, changed, taken out, or missing."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.parts import card, sorting
from accordingto.authoring.said import Said
from accordingto.authoring.wording import excerpt
from accordingto.pages.corrections import KINDS, Correction
from accordingto.text.wording import listed

KIND = "sort cards"
_MOST_OF_ONE, _FEWEST = 2, 3


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question on some entries of the log, of two sorts at least."""
    found: dict[str, Correction] = {}
    for one in basis.log:
        found.setdefault(f"“{as_words(one)}” ({one.paragraph})", one)
    chosen = {
        text: one
        for what in KINDS
        for text, one in [pair for pair in found.items() if pair[1].what == what][:_MOST_OF_ONE]
    }
    if len(chosen) < _FEWEST or len({one.what for one in chosen.values()}) < 2:
        raise Lacking
    return [sorting(said, KINDS, [_card(said, *pair) for pair in chosen.items()])]


def as_words(one: Correction) -> str:
    """The words of an entry that stand in the paragraph which it names."""
    return excerpt(one.words.partition("\n")[0])


def _card(said: Said, text: str, one: Correction) -> dict[str, Any]:
    why = said[f"is_{one.what}"].format(words=as_words(one), fields=listed(one.fields))
    return card(text, {"look": [one.paragraph], "why": why}, key=one.what)
