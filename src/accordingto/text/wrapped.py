"""Lines that a narrow page broke, as mail and PDF leave them: blank ones part the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NARROW = 100  # signs: a mail breaks its lines before; a paragraph on one line is mostly longer
SENTENCE_ENDS = re.compile(r"[.?!:…][”’\"')\]]*$")
_BLANK = re.compile(r"\n\s*\n")
_BROKEN = re.compile(r"(?<=\S)([ \t]*\r?\n[ \t]*)(?=\S)")


def is_wrapped(groups: Sequence[Sequence[str]]) -> bool:
    """Whether lines break off inside sentences: more than a third go on with a small letter.

    `groups` are the lines between two blank ones. A list of names or headlines does not.
    """
    pairs = [pair for group in groups for pair in pairwise(group)]
    if not pairs or max(len(line) for group in groups for line in group) > _NARROW:
        return False
    within = sum(on[0].islower() and not SENTENCE_ENDS.search(line) for line, on in pairs)
    return within > len(pairs) / 3


def lines_of_groups(text: str) -> list[list[str]]:
    """The lines between blank ones, without the blanks around them."""
    groups = (group.split("\n") for group in _BLANK.split(text))
    return [[line.strip() for line in group if line.strip()] for group in groups]


def unwrapped(text: str) -> str:
    """Returns the text with blanks for the line ends inside its paragraphs.

    Nothing moves: every place in it is the same place in `text`.
    """
    return _BROKEN.sub(lambda broken: " " * len(broken[0]), text)
