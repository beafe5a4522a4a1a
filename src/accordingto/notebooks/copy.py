"""A working copy: the notebooks in a folder of one's own, so that the kit itself stays clean."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from accordingto.content import content_root
from accordingto.exercises.answers import write_whole

MANIFEST = ".accordingto.json"


@dataclass(frozen=True)
class Started:
    """What a start did, by names relative to the folder."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    kept: tuple[str, ...]
    waiting: tuple[str, ...]


def start(folder: Path) -> Started:
    """Bring the kit's notebooks into `folder`, overwriting nothing that was changed there.

    `kept` were changed by their owner; those of them that also changed in the kit are `waiting`.
    The digest of each file as it was handed out is in `.accordingto.json`.
    Raises ValueError when the folder is a file, or when the kit's own notebooks would be the
    copy, and OSError when it cannot be written.
    """
    source = content_root() / "notebooks"
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{folder} is a file; expected a folder, or a name that is free")
    if (folder / "notebooks").resolve().is_relative_to(source.resolve()):
        raise ValueError(f"{folder} holds the kit's own notebooks; choose another place")
    folder.mkdir(parents=True, exist_ok=True)
    handed_out = _handed_out(folder)
    added, updated, kept, waiting = [], [], [], []
    for file in sorted([*source.glob("*.ipynb"), *source.glob("solutions/*.ipynb")]):
        name = (Path("notebooks") / file.relative_to(source)).as_posix()
        theirs, ours = folder / name, _digest(file)
        before = handed_out.get(name)
        if not theirs.exists():
            added.append(name)
        elif _digest(theirs) == ours:
            handed_out[name] = ours
            continue
        elif _digest(theirs) == before:
            updated.append(name)
        else:
            kept.append(name)
            if before != ours:
                waiting.append(name)
            continue
        write_whole(theirs, file.read_bytes())
        handed_out[name] = ours
    write_whole(folder / MANIFEST, json.dumps(handed_out, indent=1).encode())
    return Started(tuple(added), tuple(updated), tuple(kept), tuple(waiting))


def _handed_out(folder: Path) -> dict[str, str]:
    """The digests kept by the last start; without a readable manifest nothing is overwritten."""
    try:
        kept = json.loads((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
