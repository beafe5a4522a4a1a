"""What a person made of a draft, as the log of corrections has it."""

from __future__ import annotations

import msgspec

from accordingto.pages.correcting.people import Names
from accordingto.pages.correcting.reading import corrected
from accordingto.pages.correcting.replay import Corrected
from accordingto.pages.corrections import Correction, corrections
from accordingto.pages.reported import reporting
from accordingto.readings import Reading
from accordingto.text import Article


def log(work: Corrected, draft: Reading | None = None) -> tuple[Correction, ...]:
    """Return what was kept, changed, removed and added, of all that was looked at.

    `draft` is the machine's, where something else was begun with. Which names are one person's is
    no rule's fault: both are compared under the same names.
    """
    before, after = with_names(work, draft or work.draft), corrected(work)
    return corrections(work.article, before, after, _unseen(work, after))


def _unseen(work: Corrected, reading: Reading) -> frozenset[str]:
    """Return the ids of what nobody has looked at; a reaction is on the card of its statement."""
    seen = {one.id for one in work.outer} - work.unseen
    told = {one.id: reporting(one, reading.attributions) for one in reading.reactions}
    return work.unseen | {id for id, one in told.items() if one is None or one.id not in seen}


def log_elsewhere(article: Article, draft: Reading, reading: Reading) -> tuple[Correction, ...]:
    """Return the log of a reading that was corrected in a file or in another tool: all was seen.

    There too it is no error to call somebody by the surname alone.
    """
    names = Names((*reading.attributions, *draft.attributions))
    before, after = (_under(names, article, one) for one in (draft, reading))
    return corrections(article, before, after)


def with_names(work: Corrected, draft: Reading) -> Reading:
    """Return a draft under the names that a person gave to the people of the page."""
    return _under(work.names, work.article, draft)


def _under(names: Names, article: Article, reading: Reading) -> Reading:
    return msgspec.structs.replace(
        reading,
        attributions=tuple(names.resolved(article, list(reading.attributions))),
        reactions=tuple(
            msgspec.structs.replace(one, actor=names.of(one.actor), target=names.of(one.target))
            for one in reading.reactions
        ),
    )
