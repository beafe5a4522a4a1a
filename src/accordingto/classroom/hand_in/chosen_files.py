"""The files of a submission, out of all that one student handed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from accordingto.classroom.audits import is_audit
from accordingto.classroom.file_names import refused
from accordingto.classroom.hand_in.archives import Member, Refused, inside
from accordingto.classroom.submissions import ANSWERS_LIMIT, NOTEBOOK_LIMIT

ZIP_LIMIT = 100_000_000  # bytes of a zip within a zip, which is held in memory
TOTAL = 300_000_000  # bytes of all that is read of one submission
ARCHIVES = 20  # zips that are opened of one submission
MOST = 10  # files of one kind that are taken
LONGEST = 200  # bytes of a file's name
NOTE = "note.txt"  # a platform's own, which comes without a name
DEEPEST = 2  # zips within zips: a folder, zipped, in what a platform zipped once more
_KINDS = {".ipynb": NOTEBOOK_LIMIT, ".json": ANSWERS_LIMIT}


@dataclass
class Handed:
    """The files of a submission by their place in its folder; `sentences` say what was left out.

    Where there are none, `came` are the files as they came.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    came: dict[str, bytes] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)


class Allowance:
    """The bytes and zips that may still be read of one submission, even where files share bytes."""

    def __init__(self) -> None:
        self._bytes, self._archives = TOTAL, ARCHIVES

    def read(self, member: Member, limit: int) -> bytes:
        """Return the bytes of a file. Raises Refused, as its own `read` does, or at the end."""
        if self._bytes <= 0:
            raise Refused(f"{member.name} comes after {TOTAL // 1_000_000} MB of other files")
        self._bytes -= limit
        data = member.read(limit)
        self._bytes += limit - len(data)
        return data

    def open(self, member: Member) -> list[Member]:
        """Return the files in a zip. Raises Refused for a broken one, and for one too many."""
        if not self._archives:
            raise Refused(f"{member.name} comes after {ARCHIVES} other zips")
        self._archives -= 1
        return inside(self.read(member, ZIP_LIMIT), member.parts[-1])


def handed(members: Sequence[Member], lesson: str) -> Handed:
    """Return the notebook and the answers among these files, and those in zips among them.

    Files that are named as the lesson is come before all others; of those that are not, all
    stay, so that grading can look into them and say which one counts. A platform's own note, a
    file without a name, stays beside them.
    """
    found, allowance = Handed(), Allowance()
    flat = [member for one in members for member in _opened(one, found, allowance, 0)]
    for suffix, limit in _KINDS.items():
        kind = [one for one in flat if one.suffix == suffix and not _is_audit(one)]
        right = [member for member in kind if _stem(member) == lesson.casefold()]
        chosen = sorted(right or kind, key=lambda member: len(member.parts))
        for member in chosen[:MOST]:
            data = _read(member, limit, found, allowance)
            if data is not None:
                name = f"{lesson}{suffix}" if right else _plain(member.parts[-1])
                found.files[_free(name, found.files)] = data
        if len(chosen) > MOST:
            found.sentences.append(
                f"Left out: {len(chosen) - MOST} more {suffix} files than the {MOST} that are kept."
            )
    if found.files:
        _audits(flat, found, allowance)
        _beside(members, found, allowance)
    else:
        others = [member for member in flat if not _is_note(member)] or flat
        found.sentences = found.sentences or [_no_kind(member) for member in others[:MOST]]
        _keep_as_it_came(members, found)
    return found


def _audits(flat: Sequence[Member], found: Handed, allowance: Allowance) -> None:
    """Keep the pages that were corrected, beside the answers."""
    for member in [one for one in flat if _is_audit(one)][:MOST]:
        data = _read(member, ANSWERS_LIMIT, found, allowance)
        if data is not None:
            found.files[_free(member.parts[-1], found.files)] = data


def _is_audit(member: Member) -> bool:
    return bool(member.parts) and is_audit(member.parts[-1])


def _beside(members: Sequence[Member], found: Handed, allowance: Allowance) -> None:
    """Keep a platform's note, and say what else came and is no work."""
    for member in members:
        if _is_note(member):
            data = _read(member, ANSWERS_LIMIT, found, allowance)
            if data is not None:
                found.files[NOTE] = data
        elif member.suffix not in (".zip", *_KINDS) and not member.nobodys:
            found.sentences.append(_no_kind(member))


def _is_note(member: Member) -> bool:
    return not member.name


def _no_kind(member: Member) -> str:
    return f"Left out: {member.name or NOTE} is no zip, no notebook and no answer file."


def _keep_as_it_came(members: Sequence[Member], found: Handed) -> None:
    left = ZIP_LIMIT
    for member in members[:MOST]:
        try:
            data = member.read(left)
        except Refused as error:
            found.sentences.append(f"Not kept: {error}.")
            continue
        left -= len(data)
        name = _plain(member.parts[-1]).strip(". ") if member.parts else ""
        found.came[_free(name or NOTE, found.came)] = data


def _read(member: Member, limit: int, found: Handed, allowance: Allowance) -> bytes | None:
    try:
        return allowance.read(member, limit)
    except Refused as error:
        found.sentences.append(f"Left out: {error}.")
        return None


def _opened(member: Member, found: Handed, allowance: Allowance, depth: int) -> list[Member]:
    if member.nobodys or member.name.endswith(".released.json"):
        return []
    if member.suffix != ".zip":
        return [member]
    try:
        if depth == DEEPEST:
            raise Refused(f"{member.name} is a zip in a zip in a zip")
        within = allowance.open(member)
    except Refused as error:
        if len(found.sentences) < MOST:
            found.sentences.append(f"Left out: {error}.")
        return []
    return [flat for inner in within for flat in _opened(inner, found, allowance, depth + 1)]


def _stem(member: Member) -> str:
    return member.parts[-1].rsplit(".", 1)[0].casefold()


def _plain(name: str) -> str:
    """Return a name that every system can write, and that says the same to a person."""
    plain = re.sub(r"[^\w.() -]", "_", name).encode()[-LONGEST:].decode(errors="ignore")
    return f"_{plain}" if refused(plain.rstrip(". ")) else plain


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
