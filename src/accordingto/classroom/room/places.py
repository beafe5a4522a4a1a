"""Whose a file of answers is, by its place in a folder.

Nothing is guessed from what a file holds. Two people never become one: whatever tells two places
apart stays in the name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from accordingto.classroom.hand_in.archives import nobodys
from accordingto.classroom.hand_in.senders import Pattern, by_hand, ranked, sender

# Folders of a course and of a working copy, which are nobody's name.
_HOUSE = frozenset({"answers", "notebooks", "submitted", "inbound"})
# nbgrader 0.9, exchange/default/submit.py: STUDENT+ASSIGNMENT+TIME, and a random word behind it.
_EXCHANGED = re.compile(
    r"(?P<who>.+?)\+(?P<lesson>[^+]+)\+(?P<at>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*)(?:\+.*)?", re.S
)
# What every platform's part of a name holds: see senders. Most files of a class have no such part.
_PLATFORMS = re.compile(r"_(?:\d+|assignsubmission_[a-z]+|attempt)_")
_KIND = re.compile(r".+\.(?:json|zip)", re.I | re.S)
_ASIDE = re.compile(r".+\.(?:released|unreadable-\d+)\.json", re.I | re.S)


@dataclass(frozen=True)
class Place:
    """Whose a file is; a platform's `number` of the person; when it came, where that is said."""

    who: str
    number: str = ""
    at: str = ""


def patterns_for(names: Sequence[str]) -> list[Pattern]:
    """Return the platforms' patterns, in the order for a download of these names, or none."""
    theirs = [name for name in names if _PLATFORMS.search(name)]
    return ranked(theirs) if theirs else []


def place_of(
    name: str, lesson: str, others: Collection[str], patterns: Sequence[Pattern], outer: str
) -> Place | None:
    """Return whose the file of a name is, with `/` between folders; None for what is not asked for.

    Not asked for are other kinds of file, what is nobody's work, and the lessons in `others`. Where
    the name says nobody it is of `outer`, the folder or the zip around it.
    """
    *folders, file = name.split("/")
    stem = file.rpartition(".")[0]
    if not _KIND.fullmatch(file) or _ASIDE.fullmatch(file) or any(map(nobodys, (*folders, file))):
        return None
    if any(part in others or part.startswith("before-") for part in (*folders, stem)):
        return None
    for index, folder in enumerate(folders):
        if found := _EXCHANGED.fullmatch(folder):
            who = _joined([*folders[:index], found["who"]], lesson)
            return Place(who, at=found["at"]) if found["lesson"] == lesson else None
    told = sender(name, lesson, patterns) if patterns else None
    if told and told[0].platform:
        return Place(told[0].name or outer, number=told[0].number, at=told[0].at)
    own = by_hand(f"{stem}.zip", lesson) or stem
    return Place(_joined([*folders, own], lesson) or outer)


def _joined(parts: Sequence[str], lesson: str) -> str:
    """Return what of these names says who it is."""
    house = {*_HOUSE, lesson.casefold()}
    return "/".join(part for part in parts if part.casefold() not in house)
