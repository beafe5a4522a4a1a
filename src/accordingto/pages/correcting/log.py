"""What a person made of a draft, as the log of corrections has it."""

from __future__ import annotations

import msgspec

from accordingto.pages.correcting.people import Names
from accordingto.pages.correcting.reading import corrected
from accordingto.pages.correcting.replay import Corrected
from accordingto.pages.corrections import Correction, corrections
from accordingto.readings import Attribution, Reading
from accordingto.text import Article


def log(work: Corrected, draft: Reading | None = None) -> tuple[Correction, ...]:
    """Return what was kept, changed, removed and added, of all that was looked at.

    `draft` is the machine's, where something else was begun with. Which names are one person's is
    no rule's fault: both are compared under the same names.
    """
    before = with_names(work, draft or work.draft)
    return corrections(work.article, before, corrected(work), work.unseen)


def log_elsewhere(article: Article, draft: Reading, reading: Reading) -> tuple[Correction, ...]:
    """Return the log of a reading that was corrected in a file or in another tool: all was seen.

    There too it is no error to call somebody by the surname alone.
    """
    names = Names((*reading.attributions, *draft.attributions))
    before, after = (
        msgspec.structs.replace(one, attributions=_resolved(names, article, one))
        for one in (draft, reading)
    )
    return corrections(article, before, after)


def with_names(work: Corrected, draft: Reading) -> Reading:
    """Return a draft under the names that a person gave to the people of the page."""
    named = _resolved(work.names, work.article, draft)
    return msgspec.structs.replace(draft, attributions=named)


def _resolved(names: Names, article: Article, reading: Reading) -> tuple[Attribution, ...]:
    return tuple(names.resolved(article, list(reading.attributions)))
