"""How often the machine was right: guessed, then worked out of the log of corrections."""

from __future__ import annotations

from collections import Counter
from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.said import Said
from accordingto.authoring.wording import excerpt
from accordingto.pages.corrections import Correction, sentence

KIND = "number"
_TOLERANCE = 1


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question on the share of the machine's findings that stayed as they were."""
    entries = basis.log
    counts = Counter(one.what for one in entries)
    drafted = len(entries) - counts["added"]
    if not drafted or counts["kept"] == len(entries):
        raise Lacking
    kept = counts["kept"]
    value = round(100 * kept / drafted)
    facts = {"kept": kept, "drafted": drafted, "value": value}
    other = next(one for one in entries if one.what != "kept")
    why = said["why"].format(words=_as_words(other), **facts)
    raw = [{"value": kept, "why": said["raw"].format(**facts)}]
    return [
        {
            "prompt": said["prompt"],
            "reveal": said["reveal"].format(sentence=sentence(entries), **facts),
            "value": value,
            "tolerance": _TOLERANCE,
            "unit": said["unit"],
            "look": [other.paragraph],
            "why": why,
            "otherwise": said["otherwise"].format(**facts),
            "wrong": raw if abs(kept - value) > _TOLERANCE else [],
        }
    ]


def _as_words(one: Correction) -> str:
    """The words of an entry that stand in the paragraph which it names."""
    return excerpt(one.words.partition("\n")[0])
