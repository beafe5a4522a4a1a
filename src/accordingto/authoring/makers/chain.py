"""The chain of hands by which some words came to the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accordingto.authoring.basis import Basis, Statement
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.parts import by, card
from accordingto.authoring.people import alike, is_hidden
from accordingto.authoring.said import Said
from accordingto.authoring.wording import capital, is_pronoun, within
from accordingto.readings import Link
from accordingto.text.wording import paragraphs

KIND = "chain"
_MOST, _DECOYS = 2, 2


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """A question for each of some statements that others passed on, the longest chain first."""
    fitting = [one for one in basis.statements if _is_clear(basis, one)]
    fitting.sort(key=lambda one: (-len(one.record.conduits), one.places[0]))
    if not fitting:
        raise Lacking
    return [_chain(basis, said, one) for one in fitting[:_MOST]]


def _is_clear(basis: Basis, one: Statement) -> bool:
    """Whether each hand in it is another, and at most one of them hidden."""
    record = one.record
    if not record.conduits or not record.content or not (record.cue or record.evidentials):
        return False
    names = [name for _, name, _ in _hands(basis, one)]
    return all(names) and len(set(names)) == len(names) and names.count(_SOMEBODY) < 2


_SOMEBODY = "\0"  # stands for a hand that is not shown


def _hands(basis: Basis, one: Statement) -> Iterator[tuple[Link | None, str, bool]]:
    """Each hand: its link, its name, and whether it is the origin."""
    for link in (one.record.origin, *one.record.conduits):
        name = _SOMEBODY if is_hidden(link) else basis.people.of(link)
        yield link, name, link is one.record.origin


def _chain(basis: Basis, said: Said, one: Statement) -> dict[str, Any]:
    belong = [_card(basis, said, one, *hand) for hand in _hands(basis, one)]
    belong.append(card(said["this_page"], basis.why(said["page"], content=one.record.content)))
    decoys = list(_decoys(basis, said, one))[:_DECOYS]
    return {
        "title": said.title.format(paragraphs=paragraphs(basis.look(one.record.content))),
        "prompt": said["prompt"].format(place=basis.label(one.record.content)),
        "cards": by([*belong, *decoys], "id"),
        "chain": [one["id"] for one in belong],
        "points": 2,
    }


def _card(
    basis: Basis, said: Said, one: Statement, link: Link | None, name: str, is_origin: bool
) -> dict[str, Any]:
    record = one.record
    if name == _SOMEBODY:
        if is_origin:
            why = basis.why(said["no_origin"], cue=record.cue or record.evidentials)
        elif record.evidentials:
            why = basis.why(said["gap"], sign=record.evidentials)
        else:
            why = basis.why(said["plain_gap"], content=record.content)
        return card(said["somebody"], why, undisclosed=True)
    spans = link.spans if link else ()
    if is_origin and (places := spans or record.source):
        named = "origin_called" if is_pronoun(basis.quote(places)) else "origin"
        why = basis.why(said[named], source=places, who=within(name))
    elif spans:
        why = basis.why(said["hand"], hand=spans)
    else:
        why = basis.why(said["origin_elsewhere"], who=within(name), content=record.content)
    return card(capital(name), why)


def _decoys(basis: Basis, said: Said, asked: Statement) -> Iterator[dict[str, Any]]:
    """Other sources of the page, each once, with the words that they are the source of.

    None can be one of the hands under another name.
    """
    hands = [link for link, _, _ in _hands(basis, asked)]
    taken = {name for _, name, _ in _hands(basis, asked)}
    for one in basis.statements:
        is_hand = any(alike(one.record.origin, link) for link in hands)
        if one.who and one.who not in taken and one.record.content and not is_hand:
            taken.add(one.who)
            place = one.record.content
            told = {"words": basis.quote(place), "number": basis.numbers(place)}
            why = said["other"].format(who=within(one.who), **told)
            yield card(capital(one.who), {"look": basis.look(place), "why": why})
