"""What a person made of a draft, as the log of corrections has it."""

from __future__ import annotations

import msgspec

from accordingto.pages.correcting.reading import corrected
from accordingto.pages.correcting.replay import Corrected
from accordingto.pages.corrections import Correction, corrections
from accordingto.readings import Reading


def log(work: Corrected, draft: Reading | None = None) -> tuple[Correction, ...]:
    """Return what was kept, changed, removed and added, of all that was looked at.

    `draft` is the machine's, where something else was begun with. Which names are one person's is
    no rule's fault: both are compared under the same names.
    """
    before = with_names(work, draft or work.draft)
    return corrections(work.article, before, corrected(work), work.unseen)


def with_names(work: Corrected, draft: Reading) -> Reading:
    """Return a draft under the names that a person gave to the people of the page."""
    named = tuple(work.names.resolved(work.article, list(draft.attributions)))
    return msgspec.structs.replace(draft, attributions=named)
