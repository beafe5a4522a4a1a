"""Patterns with their labels as readers write them in a cell, each with what is amiss said."""

from __future__ import annotations

import re
from typing import Any

ALL_THE_REST = (r"(?s).", "OTHER")
_LABEL = re.compile(r"[A-Z]+")


def pattern_list(written: Any) -> list[tuple[str, str]]:
    """The pairs of a pattern and a label, in order; a sentence is printed for whatever was amiss.

    What no tagger could use is left out. Where no pattern takes what is left, "OTHER" does, since
    a word without a label would stop the chunker.
    """
    if not isinstance(written, list | tuple):
        print(f"A list in square brackets was expected here, and this is {written!r}.")
        written = []
    pairs: list[tuple[str, str]] = []
    for number, one in enumerate(written, 1):
        if fault := _fault(one):
            print(f"I leave out pattern {number}: {fault}.")
        elif one in pairs:
            print(f"Pattern {number} is there twice: the first one has taken all that it fits.")
        else:
            pairs.append((one[0], one[1]))
    if not pairs:
        print("There is no pattern: every word gets the label OTHER, and no chunk is found.")
    return [*pairs, ALL_THE_REST]


def _fault(one: Any) -> str:
    """What is wrong with a pair; "" for nothing."""
    if not isinstance(one, list | tuple) or len(one) != 2:
        return f'expected a pattern and its label, (r"^[A-Z]", "NAME"), and this is {one!r}'
    pattern, label = one
    if not isinstance(pattern, str) or not isinstance(label, str):
        return f"expected two texts in quotation marks, and this is {one!r}"
    if not _LABEL.fullmatch(label):
        return f"a label is one word in capitals, and this is {label!r}"
    try:
        re.compile(pattern)
    except re.error as error:
        return f"“{pattern}” cannot be read as a pattern: {error}"
    return ""
