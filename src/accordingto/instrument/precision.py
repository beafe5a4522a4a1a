"""How often each rule is right, as measured on the training split of an outside corpus."""

from __future__ import annotations

from functools import cache

from accordingto.instrument.lexicon import lines_of


def precision(rule: str) -> int | None:
    """Returns of a hundred findings of a rule how many are right, None for a rule not measured.

    Right: content with a Jaccard index of .5 or more to what an annotator marked, by words. The
    list says on what it was measured.
    """
    return _measured().get(rule)


@cache
def _measured() -> dict[str, int]:
    rows = (line.rsplit(" ", 1) for line in lines_of("precision.txt"))
    return {rule: int(share) for rule, share in rows}
