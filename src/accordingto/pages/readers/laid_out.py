"""Lines as a page has them, with their places: which of them a gap or an indent parts from others.

Lengths are in units of the page; `base` grows upwards, as in a PDF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_FEW = 0.1  # of the lines of a size: a pitch that fewer have is an accident
_WIDER = 1.25  # than the usual pitch: a gap between paragraphs
_INDENT = (0.8, 5.0)  # of a letter's size: a smaller step is none, a larger one another column
_MIDST = tuple(",;-–—")  # no paragraph ends with these
_STEP = 0.1  # of a letter's size: how finely places are told apart


class Line(NamedTuple):
    """A line: its words, where it begins, its base and the size of its letters."""

    text: str
    left: float
    base: float
    size: float


def parted(pages: Sequence[Sequence[Line]]) -> list[list[str]]:
    """Return the lines in groups: between two groups a paragraph ends, by how the page is set.

    Inside a group one may end too, where neither gap nor indent shows it.
    """
    usual = _usual_pitches(pages)
    groups: list[list[str]] = []
    for page in pages:
        edge = _edge(page)
        for at, line in enumerate(page):
            before = page[at - 1] if at else None
            begins = _is_indented(line, edge) and not (before and _goes_on(before, edge))
            if not groups or begins or (before and _is_apart(before, line, usual)):
                groups.append([])
            groups[-1].append(line.text)
    return groups


def _usual_pitches(pages: Iterable[Sequence[Line]]) -> dict[int, int]:
    """Return the smallest usual step from a line to the next, by the size of letters."""
    found: dict[int, Counter[int]] = {}
    for before, line in _neighbours(pages):
        if _size(before) == _size(line):
            found.setdefault(_size(line), Counter())[_pitch(before, line)] += 1
    return {
        size: min(pitch for pitch, times in counts.items() if times >= _FEW * counts.total())
        for size, counts in found.items()
    }


def _neighbours(pages: Iterable[Sequence[Line]]) -> Iterator[tuple[Line, Line]]:
    """Yield lines that stand one below the other."""
    for page in pages:
        yield from ((one, other) for one, other in pairwise(page) if one.base > other.base)


def _size(line: Line) -> int:
    return round(line.size / _STEP)


def _pitch(before: Line, line: Line) -> int:
    """Return the step between two lines, in steps of a tenth of their letters' size."""
    return round((before.base - line.base) / (line.size * _STEP))


def _is_apart(before: Line, line: Line, usual: dict[int, int]) -> bool:
    """Whether a gap parts two lines, or another size of letters; where a column ends is none."""
    if before.base <= line.base:
        return False
    if _size(before) != _size(line):
        return True
    return _pitch(before, line) > _WIDER * usual[_size(line)]


def _edge(page: Sequence[Line]) -> float:
    """Return where most lines of a page begin."""
    lefts = Counter(round(line.left) for line in page)
    return max(lefts, key=lambda left: (lefts[left], -left), default=0.0)


def _is_indented(line: Line, edge: float) -> bool:
    least, most = (share * line.size for share in _INDENT)
    return least <= line.left - edge <= most


def _goes_on(before: Line, edge: float) -> bool:
    """Whether a line may be one of several that are set in together, as a longer quotation is."""
    last = before.text[-1:]
    return _is_indented(before, edge) and (last.isalnum() or last in _MIDST)
