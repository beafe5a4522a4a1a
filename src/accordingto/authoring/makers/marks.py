"""The quotations of two paragraphs, to mark."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.said import Said
from accordingto.readings import Quotation
from accordingto.text.wording import paragraphs

KIND = "mark spans"
_PARAGRAPHS, _MOST = 2, 4  # asked about; quotations in one


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question on the two paragraphs that have most quotations and not too many."""
    by_paragraph: dict[int, list[Quotation]] = {}
    for one in basis.reading.quotations:
        by_paragraph.setdefault(basis.article.paragraph_of(one.span), []).append(one)
    fitting = {
        number: theirs
        for number, theirs in by_paragraph.items()
        if len(theirs) <= _MOST and not all(_is_inside(one) for one in theirs)
    }
    best = sorted(fitting, key=lambda number: (-len(fitting[number]), number))[:_PARAGRAPHS]
    if not best:
        raise Lacking
    chosen = sorted(best)
    asked = sorted((one for number in chosen for one in fitting[number]), key=lambda one: one.span)
    return [
        {
            "prompt": said["prompt"].format(paragraphs=paragraphs(chosen)),
            "layer": "quotations",
            "paragraphs": chosen,
            "labels": [{"value": "quotation", "name": said["label"]}],
            "reasons": {one.id: _reason(basis, said, one) for one in asked},
            "extra": said["extra"],
            "points": 2,
        }
    ]


def _is_inside(one: Quotation) -> bool:
    return bool(one.inside) or one.form == "nested"


def _reason(basis: Basis, said: Said, one: Quotation) -> dict[str, Any]:
    """Why it is one; a quotation inside another neither gains nor loses."""
    why = basis.why(said["inside" if _is_inside(one) else "one"], quotation=one.span)["why"]
    return {"why": why, "optional": True} if _is_inside(one) else {"why": why}
