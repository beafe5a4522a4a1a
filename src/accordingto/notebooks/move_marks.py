"""A sentence whose quotation marks can be dragged, and three things that change with them.

What stands between the marks is counted for whoever speaks, put into a headline, and found by an
extractor: all three hear of it at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

KINDS = {
    "all": "direct: a whole sentence between marks",
    "some": "mixed: a piece between marks, in the reporter’s sentence",
    "none": "indirect: no marks, so that every word is the reporter’s",
}
_PATTERN = re.compile(r"“[^”]*”")


def marked_sentence(
    sentence: str, first: int, last: int, *, speaker: str, others: Mapping[str, int]
) -> dict[str, str]:
    """What follows from marks around the words from `first` up to `last`, the first word being 0.

    `others` counts the quoted words of everybody on the page beside this sentence. Returns the
    sentence, the share of voice, a headline, and what a pattern finds, each in words.
    """
    words = sentence.split()
    first, last = sorted(max(0, min(len(words), place)) for place in (first, last))
    quoted = words[first:last]
    piece = " ".join(quoted)
    rest = [" ".join(words[:first]), f"“{piece}”" if quoted else "", " ".join(words[last:])]
    printed = " ".join(part for part in rest if part)
    mine, total = others.get(speaker, 0) + len(quoted), sum(others.values()) + len(quoted)
    kind = "none" if not quoted else "all" if len(quoted) == len(words) else "some"
    found = _PATTERN.findall(printed)
    share = f"{speaker} has {mine} of {total} quoted words" + (
        f", {mine / total:.0%}" if total else ""
    )
    return {
        "The sentence": f"{speaker} said: {printed}",
        "Share of voice": f"{share}.",
        "Headline": f"{speaker}: “{piece}”" if quoted else f"{speaker} speaks of the matter",
        "The extractor": f"finds {found[0]}" if found else "finds nothing",
        "Kind": KINDS[kind],
    }


def move_marks(sentence: str, *, speaker: str, others: Mapping[str, int]) -> None:
    """Show a sentence with two marks to move, and what follows from where they are.

    By pointer a mark is dragged over the words; Tab goes to it, and the arrow keys move it. A
    sentence is printed where there is no word.
    """
    from accordingto.widgets.movemarks import MovedMarks

    if not sentence.split():
        print("There is no word here to put marks around: write a sentence into the cell.")
        return
    tell = partial(marked_sentence, sentence, speaker=speaker, others=others)
    MovedMarks(sentence.split(), speaker, tell).show()
