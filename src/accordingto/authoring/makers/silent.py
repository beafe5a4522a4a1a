"""Who is named on the page, and is the source of nothing on it."""

from __future__ import annotations

import re
from typing import Any

from accordingto.authoring.basis import Basis, Statement
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.parts import option, ticks
from accordingto.authoring.said import Said
from accordingto.authoring.wording import capital
from accordingto.instrument.descriptions import described, without_title
from accordingto.text import Span

KIND = "select all"
_MOST = 3  # of each
_NAME = re.compile(r"[A-Z][\w-]+(?: (?:of |the )?[A-Z][\w-]+)*")
_PERSON_OR_BODY = ("named", "party", "institution", "state")


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question: names that are spoken about among names that speak."""
    heard = [one for one in basis.statements if one.who and one.is_whole and _is_name(one.who)]
    sources = list({one.who: one for one in reversed(heard)}.values())[::-1][:_MOST]
    silent = list(_silent(basis).items())[:_MOST]
    if not silent or len(sources) < 2:
        raise Lacking
    options = [
        *(option(name, _why_silent(basis, said, place), right=True) for name, place in silent),
        *(option(capital(one.who), _why_heard(basis, said, one), right=False) for one in sources),
    ]
    return [ticks(said, options, points=1)]


def _why_silent(basis: Basis, said: Said, place: Span) -> dict[str, Any]:
    return basis.why(said["silent"], words=basis.sentence_at(place))


def _why_heard(basis: Basis, said: Said, one: Statement) -> dict[str, Any]:
    return basis.why(said["heard"], source=one.record.source, cue=one.record.cue)


def _is_name(who: str) -> bool:
    return who.split()[-1][0].isupper()


def _silent(basis: Basis) -> dict[str, Span]:
    """Persons and bodies that are named, and no part of whose name is that of a source."""
    voices = _voices(basis)
    found: dict[str, Span] = {}
    for match in _NAME.finditer(basis.article.text):
        name = without_title(match[0])
        words = {word for word in name.split() if word[0].isupper()}
        known = words & voices or any(words & set(other.split()) for other in found)
        if not known and _is_person_or_body(basis, match[0], name):
            found[name] = Span(*match.span())
    return found


def _voices(basis: Basis) -> set[str]:
    """Every word with a capital in the name of whoever says, passes on, does or is quoted."""
    reading = basis.reading
    links = [link for one in reading.attributions for link in (one.origin, *one.conduits) if link]
    names = [
        *(link.name for link in links),
        *(one.speaker or "" for one in reading.quotations),
        *(one.actor for one in reading.reactions),
        *(
            basis.article[place]
            for one in reading.attributions
            for place in (*one.source, *(span for link in one.conduits for span in link.spans))
        ),
    ]
    return {word for name in names for word in re.findall(r"[A-Z][\w-]+", name)}


def _is_person_or_body(basis: Basis, whole: str, name: str) -> bool:
    """Whether `about.yaml` or the page itself says that it is somebody who could speak."""
    if any(name.endswith(one.name.split()[-1]) for one in basis.about.actors):
        return True
    if len(name.split()) == 1:
        return whole != name  # a state is named for its place as often as for what it does
    kind = described(basis.article.text, name).type
    return bool(kind and kind.startswith(_PERSON_OR_BODY))
