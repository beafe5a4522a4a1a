"""Source, cue and content of the statements in two paragraphs."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis, Statement
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.said import Said
from accordingto.text.wording import paragraphs

KIND = "link attribution"
_PARAGRAPHS, _MOST = 2, 4  # asked about; statements in one


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question on the two paragraphs that have most whole statements and not too many."""
    by_paragraph: dict[int, list[Statement]] = {}
    for one in basis.statements:
        for number in _numbers(basis, one):
            by_paragraph.setdefault(number, []).append(one)
    fitting = {
        number: theirs
        for number, theirs in by_paragraph.items()
        if len(theirs) <= _MOST
        and any(one.is_whole for one in theirs)
        and all(_numbers(basis, one) == {number} for one in theirs)
    }
    best = sorted(fitting, key=lambda number: (-_value(fitting[number]), number))[:_PARAGRAPHS]
    if not best:
        raise Lacking
    chosen = sorted(best)
    asked = [one for number in chosen for one in fitting[number]]
    return [
        {
            "prompt": said["prompt"].format(paragraphs=paragraphs(chosen)),
            "paragraphs": chosen,
            "reasons": {one.record.id: {"why": _why(basis, said, one)} for one in asked},
            "extra": said["extra"],
            "points": len(asked) + 1,
        }
    ]


def _numbers(basis: Basis, one: Statement) -> set[int]:
    return {basis.article.paragraph_of(place) for place in one.places}


def _value(statements: list[Statement]) -> int:
    """Whole statements count, those of two sources more, and one that is not whole takes away."""
    whole = [one for one in statements if one.is_whole]
    return 2 * len(whole) + len({one.who for one in whole}) - 3 * (len(statements) - len(whole))


def _why(basis: Basis, said: Said, one: Statement) -> str:
    record = one.record
    name = {
        (True, True): "whole",
        (False, True): "no_source",
        (True, False): "no_cue",
        (False, False): "orphan" if record.form == "orphan" else "bare",
    }[bool(record.source), bool(record.cue)]
    told = basis.why(
        said[name], record, source=record.source, cue=record.cue, content=record.content
    )
    return str(told["why"])
