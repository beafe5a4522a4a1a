"""Names that authors write: those that are not offered, and those that are there twice."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence


class Misnamed(ValueError):
    """A name is wrong: `name`, the `nth` time that it is written."""

    def __init__(self, problem: str, name: str, nth: int = 1) -> None:
        super().__init__(problem)
        self.name, self.nth = name, nth


def require_known(values: Iterable[str], offered: Collection[str], what: str) -> None:
    """Raise Misnamed, with a likely spelling, when `values` hold one that is not offered."""
    strange = sorted(set(values) - set(offered))
    if strange:
        problem = f"there is no {what} {strange[0]!r}{likely(strange[0], offered)}"
        raise Misnamed(problem, strange[0])


def require_distinct(values: Sequence[str], what: str) -> None:
    """Raise Misnamed when a value is there more than once."""
    for value in values:
        if values.count(value) > 1:
            raise Misnamed(f"the {what} {value!r} is there twice", value, nth=2)


def likely(name: str, offered: Iterable[str]) -> str:
    """A likely spelling as the end of a sentence, or nothing."""
    close = difflib.get_close_matches(name, list(offered), n=1, cutoff=0.7)
    return f"; did you mean {close[0]!r}?" if close else ""
