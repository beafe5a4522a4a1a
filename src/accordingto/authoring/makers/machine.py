"""What became of the machine's findings: kept, changed, or taken out."""

from __future__ import annotations

from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.parts import card, some_of_each, sorting
from accordingto.authoring.said import Said
from accordingto.authoring.wording import within
from accordingto.pages.corrections import Correction
from accordingto.readings import Attribution
from accordingto.text.wording import listed

KIND = "sort cards"
CLASSES = ("kept", "changed", "removed")
_PLAIN = 12  # signs: where the content differs by fewer, one would have to know the rules


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question on some of the machine's findings, of two sorts at least."""
    found: dict[str, list[tuple[Correction, Attribution]]] = {name: [] for name in CLASSES}
    drafted = {one.id: one for one in basis.draft.attributions} if basis.draft else {}
    texts: set[str] = set()
    for one in basis.log:
        finding = drafted.get(one.ids[0])
        if finding and basis.tells(finding.content) and _can_be_judged(basis, one, finding):
            if (text := _as_found(basis, said, finding)) not in texts:
                found[one.what].append((one, finding))
            texts.add(text)
    cards = [_card(basis, said, one, finding) for one, finding in some_of_each(found)]
    return [sorting(said, CLASSES, cards)]


def _can_be_judged(basis: Basis, one: Correction, finding: Attribution) -> bool:
    """Whether what was wrong can be seen on a card: not a name that is only given in full."""
    if one.what != "changed":
        return True
    now = _corrected(basis, one, finding)
    drafted, put = (set(basis.people.of(it.origin).lower().split()) for it in (finding, now))
    longer = sum(map(len, finding.content)) - sum(map(len, now.content))
    return bool(put and drafted and not put & drafted) or abs(longer) >= _PLAIN


def _corrected(basis: Basis, one: Correction, finding: Attribution) -> Attribution:
    return next((it for it in basis.reading.attributions if it.id == one.ids[1]), finding)


def _as_found(basis: Basis, said: Said, one: Attribution) -> str:
    """What the machine drafted: what is said, and whose words it took it for."""
    told = {"place": basis.label(one.content), "who": _whose(basis, said, one)}
    return said["found"].format(**told)


def _whose(basis: Basis, said: Said, one: Attribution) -> str:
    if who := basis.people.of(one.origin):
        return within(who)
    return said["whoever"].format(source=basis.quote(one.source)) if one.source else said["nobody"]


def _card(basis: Basis, said: Said, one: Correction, finding: Attribution) -> dict[str, Any]:
    now = _corrected(basis, one, finding)
    told = {"fields": listed(one.fields), "who": _whose(basis, said, now)}
    why = basis.why(said[f"is_{one.what}"], content=now.content, **told)
    return card(_as_found(basis, said, finding), why, key=one.what)
