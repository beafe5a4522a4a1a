"""What of the files that one student handed in belongs to a submission."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from accordingto.classroom.archives import Member, Refused, inside
from accordingto.classroom.submissions import ANSWERS_LIMIT, NOTEBOOK_LIMIT

ZIP_LIMIT = 100_000_000  # bytes of a zip within a zip, which is held in memory
MOST = 10  # files of one kind that are taken
LONGEST = 200  # bytes of a file's name
NOTE = "note.txt"  # a platform's own, which comes without a name
DEEPEST = 2  # zips within zips: a folder, zipped, in what a platform zipped once more
_OTHERS = {"__MACOSX", ".ipynb_checkpoints", "solutions"}
_KINDS = {".ipynb": NOTEBOOK_LIMIT, ".json": ANSWERS_LIMIT}


@dataclass
class Handed:
    """The files of a submission by their place in its folder; `sentences` say what was left out.

    Where there are none, `came` are the files as they came.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    came: dict[str, bytes] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)


def handed(members: Sequence[Member], lesson: str) -> Handed:
    """The notebook and the answers among these files, and those in zips among them.

    Files that are named as the lesson is come before all others; of those that are not, all
    stay, so that grading can look into them and say which one counts.
    """
    found = Handed()
    flat = [member for one in members for member in _opened(one, found, 0)]
    for suffix, limit in _KINDS.items():
        kind = [member for member in flat if member.suffix == suffix]
        right = [member for member in kind if _stem(member) == lesson.casefold()]
        chosen = sorted(right or kind, key=lambda member: len(member.parts))
        for member in chosen[:MOST]:
            data = _read(member, limit, found, "Left out")
            if data is not None:
                name = f"{lesson}{suffix}" if right else _plain(member.parts[-1])
                found.files[_free(name, found.files)] = data
    if not found.files:
        found.sentences = found.sentences or [
            f"Left out: {member.name or NOTE} is no zip, no notebook and no answer file."
            for member in flat[:MOST]
        ]
        _keep_as_it_came(members, found)
    return found


def _keep_as_it_came(members: Sequence[Member], found: Handed) -> None:
    left = ZIP_LIMIT
    for member in members[:MOST]:
        data = _read(member, left, found, "Not kept")
        if data is not None:
            left -= len(data)
            name = _plain(member.parts[-1]).strip(". ") if member.parts else ""
            found.came[_free(name or NOTE, found.came)] = data


def _read(member: Member, limit: int, found: Handed, otherwise: str) -> bytes | None:
    try:
        return member.read(limit)
    except Refused as error:
        found.sentences.append(f"{otherwise}: {error}.")
        return None


def nobodys(member: Member) -> bool:
    """Whether it is nobody's work: what a Mac or Jupyter adds, or the kit's own solutions."""
    return any(part in _OTHERS or re.match(r"\.[^.]", part) for part in member.parts)


def _opened(member: Member, found: Handed, depth: int) -> list[Member]:
    if nobodys(member) or member.name.endswith(".released.json"):
        return []
    if member.suffix != ".zip":
        return [member]
    try:
        if depth == DEEPEST:
            raise Refused(f"{member.name} is a zip in a zip in a zip")
        within = inside(member.read(ZIP_LIMIT), member.parts[-1])
    except Refused as error:
        found.sentences.append(f"Left out: {error}.")
        return []
    return [flat for inner in within for flat in _opened(inner, found, depth + 1)]


def _stem(member: Member) -> str:
    return member.parts[-1].rsplit(".", 1)[0].casefold()


def _plain(name: str) -> str:
    """A name that every system can write, and that says the same to a person."""
    plain = re.sub(r"[^\w.() -]", "_", name)
    return plain.encode()[-LONGEST:].decode(errors="ignore")


def _free(name: str, taken: dict[str, bytes]) -> str:
    """Where it goes; a second of one name, in small or capital letters, goes beside the first."""
    stem, suffix = Path(name).stem, Path(name).suffix.lower()
    place = "answers/" if suffix == ".json" else ""
    there = {one.casefold() for one in taken}
    number, free = 1, f"{place}{name}"
    while free.casefold() in there:
        number += 1
        free = f"{place}{stem} ({number}){suffix}"
    return free
