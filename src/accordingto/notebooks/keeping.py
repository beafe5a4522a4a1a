"""All of somebody's work in one file, and that file brought in where they go on.

A browser keeps its pages' files to itself, and whoever clears its data clears them. So what lies
beside a notebook can be taken out as one zip: notebooks, answers, pages of one's own. Bringing it
in loses nothing there: answers are joined, and a file that would replace another is put beside it.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from accordingto.content import Content
from accordingto.exercises import AnswerStore, Entry
from accordingto.exercises.answers import read_answers
from accordingto.exercises.disk import write_whole
from accordingto.exercises.joined import joined
from accordingto.notebooks.cells import cells_in, is_way, source_of

NAME = "my-work.zip"
MARK = "according-to-my-work.json"
SCHEMA = 1
LARGEST = 20_000_000  # bytes of one file
MOST = 2_000  # files
_NOT_MINE = {"built.json", "solutions"}  # the kit's own
_A_NAME = re.compile(r"[^./\\:\0][^/\\:\0]*")


class NotMyWork(ValueError):
    """A file is not one that was kept here; the sentence says why."""


@dataclass
class Brought:
    """What was done with each file, by its name beside the notebook."""

    new: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def kept(folder: Path) -> bytes:
    """The zip of all that is somebody's own in a folder of notebooks. Raises OSError."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MARK, json.dumps({"schema": SCHEMA}))
        for path in sorted(_mine(folder)):
            archive.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    return whole.getvalue()


def bring(folder: Path, data: bytes) -> Brought:
    """Put what was kept into a folder of notebooks.

    Raises NotMyWork, before anything is written, for a file that is none or is too large, and
    the OSError of a disk.
    """
    brought = Brought()
    for name, inside in _files(data).items():
        path = folder / name
        if (
            path.suffix == ".json"
            and path.parent == folder / "answers"
            and (entries := _entries(inside))
        ):
            _join(path, entries)
            brought.joined.append(name)
        elif not path.exists():
            write_whole(path, inside)
            brought.new.append(name)
        elif path.read_bytes() == inside or _has_all(path, path.read_bytes(), inside):
            brought.left.append(name)
        elif _has_all(path, inside, path.read_bytes()):
            write_whole(path, inside)
            brought.replaced.append(name)
        else:
            beside = _beside(path)
            write_whole(beside, inside)
            brought.beside.append(beside.relative_to(folder).as_posix())
    return brought


def _mine(folder: Path) -> Iterator[Path]:
    """Every file beside the notebooks that is not hidden, and not the kit's or a zip."""
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if parts[0] in _NOT_MINE or any(not _A_NAME.fullmatch(part) for part in parts):
            continue
        if path.is_file() and path.suffix != ".zip" and path.stat().st_size <= LARGEST:
            yield path


def _files(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            if MARK not in archive.namelist():
                raise NotMyWork("it was not made by “Keep my work”")
            if len(listed) > MOST:
                raise NotMyWork(f"it has more than {MOST} files")
            return {
                one.filename: _read(archive, one)
                for one in listed
                if one.filename != MARK and not one.is_dir()
            }
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise NotMyWork(f"it is no whole zip ({error})") from None


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    name = member.filename
    if not all(map(_A_NAME.fullmatch, name.split("/"))):
        raise NotMyWork(f"it has a file by the name {name!r}, which leads elsewhere")
    with archive.open(member) as file:
        inside = file.read(LARGEST + 1)
    if len(inside) > LARGEST:
        raise NotMyWork(f"{name} in it is larger than {LARGEST // 1_000_000} MB")
    return inside


def _entries(data: bytes) -> dict[str, Entry]:
    """The answers of a file; none of one that cannot be read, which is put there as it is."""
    try:
        return read_answers(data).exercises
    except ValueError:
        return {}


def _join(path: Path, entries: dict[str, Entry]) -> None:
    """By the store, so that exercises which are in view follow."""
    store = AnswerStore(path)
    for exercise, entry in entries.items():
        store.change(exercise, partial(joined, brought=entry))


def _has_all(path: Path, one: bytes, other: bytes) -> bool:
    """Whether a notebook has whatever another has that is not the kit's."""
    if path.suffix != ".ipynb":
        return False
    original = Content.kit().root / "notebooks" / path.name
    known = set(_sources(cells_in(one)))
    if original.is_file():
        known |= set(_sources(cells_in(original.read_bytes())))
    return bool(cells_in(one)) and known.issuperset(_sources(cells_in(other)))


def _sources(cells: Iterable[Any]) -> Iterator[str]:
    sources = (source_of(cell).strip() for cell in cells if not is_way(cell))
    return (source for source in sources if source)


def _beside(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem}-brought-{number}{path.suffix}")).exists():
        number += 1
    return free
