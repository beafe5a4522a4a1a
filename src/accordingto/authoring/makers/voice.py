"""The share of voice: guessed, then worked out of the counts."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.said import Said
from accordingto.authoring.wording import capital, within
from accordingto.readings import Quotation
from accordingto.text.wording import listed

KIND = "number"
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_FEWEST_WORDS = 20
_TOLERANCE = 1


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question on the speaker with most quoted words."""
    counts = voices(basis)
    total = sum(counts.values())
    speakers = [who for who, _ in counts.most_common() if who]
    if len(speakers) < 2 or total < _FEWEST_WORDS:
        raise Lacking
    who, second = speakers[:2]
    words = counts[who]
    value = round(100 * words / total)
    facts: dict[str, str | int] = {
        "who": within(who),
        "words": words,
        "total": total,
        "value": value,
    }
    told = [
        said["count"].format(who=capital(name) if name else said["nobody"], words=number)
        for name, number in counts.most_common()
    ]
    mine = [one for one in basis.quotations if basis.people.speaker(one) == who]
    longest = max(mine, key=lambda one: len(one.span))
    return [
        {
            "prompt": said["prompt"].format(**facts),
            "reveal": said["reveal"].format(counts=listed(told), **facts),
            "value": value,
            "tolerance": _TOLERANCE,
            "unit": said["unit"],
            **basis.why(said["why"], quotation=longest.span, **facts),
            "otherwise": said["otherwise"].format(**facts),
            "wrong": _diagnosed(basis, said, counts, facts, second),
        }
    ]


def voices(basis: Basis) -> Counter[str]:
    """The quoted words of each speaker; "" is nobody named."""
    counts: Counter[str] = Counter()
    for one in basis.quotations:
        counts[basis.people.speaker(one)] += _length(basis, one)
    return counts


def _length(basis: Basis, one: Quotation) -> int:
    return len(_WORD.findall(basis.article[one.span]))


def _diagnosed(
    basis: Basis, said: Said, counts: Counter[str], facts: dict[str, str | int], second: str
) -> list[dict[str, Any]]:
    """The numbers that readers really give, each once and none near the right one."""
    words, total, value = (int(facts[name]) for name in ("words", "total", "value"))
    of_all = round(100 * words / len(_WORD.findall(basis.article.text)))
    other = round(100 * counts[second] / total)
    found = {
        words: said["raw"].format(**facts),
        other: said["other"].format(who=within(second)),
        of_all: said["of_all"],
    }
    return [
        {"value": number, "why": why}
        for number, why in found.items()
        if abs(number - value) > _TOLERANCE
    ]
