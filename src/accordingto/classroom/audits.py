"""The evidence of a memo: a page that a student corrected, with the draft and what became of it.

It travels beside the answers, in a file of its own: `answers/audit-PAGE.json`.
"""

from __future__ import annotations

import re

import msgspec

from accordingto.pages.corrections import ERRORS, Correction
from accordingto.readings import Reading

_NAME = re.compile(r"audit-[\w.() -]+\.json")


class Audit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page by its text, the draft that was begun with, what it was made into, and the log."""

    page: str
    title: str
    text: str
    draft: Reading
    corrected: Reading
    log: tuple[Correction, ...] = ()

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"audit-{self.page}.json"

    def encoded(self) -> bytes:
        """The bytes of its file."""
        return msgspec.json.encode(self)


def is_audit(name: str) -> bool:
    """Whether a file, by its name without folders, is one."""
    return bool(_NAME.fullmatch(name))


def decoded(data: bytes) -> Audit:
    """The audit in the bytes of a file. Raises ValueError, saying what is wrong."""
    audit = msgspec.json.decode(data, type=Audit)
    if strange := {one.error for one in audit.log} - ERRORS.keys() - {""}:
        raise ValueError(f"nothing can be wrong by the name of {min(strange)[:40]!r}")
    return audit
