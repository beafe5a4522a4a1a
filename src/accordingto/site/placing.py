"""A site put where its former making was: no page of that stays, and nothing else is touched.

A file in the folder lists all that the kit put there. What is not in the list is its owner's.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path, PurePosixPath

from accordingto.exercises.disk import write_whole

MARK = ".accordingto-site"


class NoPlaceForSite(ValueError):
    """A folder is not free for a site."""


def see_that_it_is_free(folder: Path) -> None:
    """Raise NoPlaceForSite for a folder in which something lies that no site was."""
    if folder.exists() and not folder.is_dir():
        raise NoPlaceForSite(f"{folder} is a file; expected a folder, or a name that is free")
    mark = folder / MARK
    if not mark.is_file():
        if folder.is_dir() and any(folder.iterdir()):
            raise NoPlaceForSite(f"{folder} holds something else; choose a folder that is free")
    elif not mark.read_bytes():
        raise NoPlaceForSite(
            f"{folder} was made by an earlier kit, which kept no list of its files; delete it, "
            "or choose a folder that is free"
        )


def place(made: Path, folder: Path) -> None:
    """Move all of a finished site into a folder, in the place of what was made there before.

    Raises NoPlaceForSite, before anything is changed, where a file of its owner is in the way.
    """
    before, now = _listed(folder), _files(made)
    if in_the_way := sorted(others(folder) & _taken(now)):
        raise NoPlaceForSite(f"{folder / in_the_way[0]} is in the way, and is not of the kit")
    _list(folder, before | now)  # so that a making that is cut off here can be made again
    for name in before - now:
        (folder / name).unlink(missing_ok=True)
        _remove_if_empty((folder / name).parent, folder)
    for name in sorted(now):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made / name, folder / name)
    _list(folder, now)


def others(folder: Path) -> set[str]:
    """The files in the folder of a site that are not of the kit."""
    return _files(folder) - _listed(folder) - {MARK}


def _taken(names: set[str]) -> set[str]:
    """These files and the folders that they need."""
    return names | {str(parent) for name in names for parent in PurePosixPath(name).parents}


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _listed(folder: Path) -> set[str]:
    """What the kit put into a folder; a name that leads elsewhere is none that it wrote."""
    mark = folder / MARK
    names = mark.read_text(encoding="utf-8").splitlines() if mark.is_file() else []
    inside = folder.resolve()
    return {name for name in names if inside in (folder / name).resolve().parents}


def _list(folder: Path, names: set[str]) -> None:
    write_whole(folder / MARK, "".join(f"{name}\n" for name in sorted(names)).encode())


def _remove_if_empty(empty: Path, folder: Path) -> None:
    """Remove a folder of the site, and those around it, in which nothing is left."""
    with suppress(OSError):  # something is, or it is gone
        while folder in empty.parents:
            empty.rmdir()
            empty = empty.parent
