"""What is kept of one exercise: the answer, and what was done with it before."""

from __future__ import annotations

from typing import Any

import msgspec


class Attempt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer at the moment something was done with it: `predict`, `vote`, `check`, `show`.

    Or an answer that would have been lost (`edits` says how: `unsaved`, `displaced`, `replaced`),
    and is offered until the reader has `restored` or `dropped` it, or a newer one has `superseded`
    it. Such a one bears the name of the `edit` that gave it, and of those that it was `over`.
    Or what the student said of it in a `note` (see `remarks`).
    """

    did: str
    answer: dict[str, Any]
    at: str
    credit: float | None = None
    edit: str = ""
    over: tuple[str, ...] = ()
    note: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The kept answer to one exercise. `digest` is that of the exercise when it was answered."""

    digest: str
    answer: dict[str, Any]
    at: str
    edit: str = ""
    attempts: tuple[Attempt, ...] = ()

    @property
    def version(self) -> str:
        """The edit that gave the answer; the time where it was kept before edits had names."""
        return self.edit or self.at
