"""A working copy: the notebooks in their user's folder, so that the kit itself stays clean."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from accordingto.content import Content
from accordingto.exercises.disk import write_whole
from accordingto.notebooks.handed_out import digest, handed_out, keep_handed_out


class NoPlaceForCopy(ValueError):
    """A working copy cannot be made in a place."""


@dataclass(frozen=True)
class Started:
    """The result of `accordingto start`, by names relative to the folder."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    kept: tuple[str, ...]
    waiting: tuple[str, ...]


def start(folder: Path) -> Started:
    """Bring the kit's notebooks into `folder`, overwriting nothing that was changed there.

    `kept` were changed by their owner; those of them that also changed in the kit are `waiting`.
    The digest of each file as it was handed out is in `.accordingto.json`.
    Raises NoPlaceForCopy when the folder is a file, or when the kit's own notebooks would be the
    copy, and OSError when it cannot be written.
    """
    source = Content.kit().root / "notebooks"
    if folder.exists() and not folder.is_dir():
        raise NoPlaceForCopy(f"{folder} is a file; expected a folder, or a name that is free")
    if (folder / "notebooks").resolve().is_relative_to(source.resolve()):
        raise NoPlaceForCopy(f"{folder} holds the kit's own notebooks; choose another place")
    folder.mkdir(parents=True, exist_ok=True)
    given = handed_out(folder)
    added, updated, kept, waiting = [], [], [], []
    for file in sorted([*source.glob("*.ipynb"), *source.glob("solutions/*.ipynb")]):
        name = (Path("notebooks") / file.relative_to(source)).as_posix()
        theirs, ours = folder / name, _digest(file)
        before = given.get(name)
        if not theirs.exists():
            added.append(name)
        elif _digest(theirs) == ours:
            given[name] = ours
            continue
        elif _digest(theirs) == before:
            updated.append(name)
        else:
            kept.append(name)
            if before != ours:
                waiting.append(name)
            continue
        write_whole(theirs, file.read_bytes())
        given[name] = ours
    keep_handed_out(folder, given)
    return Started(tuple(added), tuple(updated), tuple(kept), tuple(waiting))


def _digest(file: Path) -> str:
    return digest(file.read_bytes())
