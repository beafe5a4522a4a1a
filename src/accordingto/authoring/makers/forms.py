"""Quotations sorted by their form."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.parts import card, some_of_each, sorting
from accordingto.authoring.said import Said
from accordingto.readings import Quotation

KIND = "sort cards"
FORMS = ("direct", "mixed", "orphan", "nested")


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question with some quotations of two forms at least."""
    found: dict[str, list[Quotation]] = {form: [] for form in FORMS}
    seen: set[str] = set()
    for one in sorted(basis.reading.quotations, key=lambda one: one.span):
        if one.form in found and basis.label(one.span) not in seen:
            seen.add(basis.label(one.span))
            found[one.form].append(one)
    return [sorting(said, FORMS, [_card(basis, said, one) for one in some_of_each(found)])]


def _card(basis: Basis, said: Said, one: Quotation) -> dict[str, Any]:
    statement = basis.statement_of(one)
    cue = statement.record.cue if statement else ()
    alone = "" if cue or one.form not in ("direct", "mixed") else "_alone"
    why = basis.why(said[f"is_{one.form}{alone}"], one, quotation=one.span, cue=cue)
    return card(basis.label(one.span), why, key=f"={one.id}.form")
