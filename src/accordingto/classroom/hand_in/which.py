"""Which notebook of a lesson is handed in, and which others lie beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from accordingto.classroom.submissions import NOTEBOOK_LIMIT, Unreadable, cells_of
from accordingto.notebooks.cells import lessons_opened


@dataclass(frozen=True)
class Which:
    """The notebook that goes in, and other ones of the lesson in its folder."""

    notebook: Path
    others: tuple[Path, ...]


def which(folder: Path, lesson: str) -> Which:
    """The notebook of a lesson in `folder` or in `notebooks/` of it.

    The one that is named as the lesson is, else the one that opens the lesson. Raises LookupError
    without a notebook, or with more than one by other names.
    """
    named = f"{lesson}.ipynb"
    places = (folder, folder / "notebooks")
    for place in places:
        if (place / named).is_file():
            others = [path for path in notebooks_of(place, lesson) if path.name != named]
            return Which(place / named, tuple(others))
    renamed = [path for place in places for path in notebooks_of(place, lesson)]
    if len(renamed) == 1:
        return Which(renamed[0], ())
    if renamed:
        raise LookupError(
            f"there is no {named} in {renamed[0].parent.absolute()}, and more than one other "
            f"notebook of that lesson: {_listed(renamed)}; name the right one {named}"
        )
    raise LookupError(
        f"there is no {named} in {folder.absolute()} nor in notebooks there; "
        "go to your working copy, or name it with --from"
    )


def notebooks_of(folder: Path, lesson: str) -> list[Path]:
    """The notebooks in a folder that are of a lesson, by their names or by what they open."""
    return [
        path
        for path in sorted(folder.glob("*.ipynb"))
        if path.is_file()
        and (
            path.name.startswith(lesson)
            or any(lesson in lessons_opened(code) for code in _code(path))
        )
    ]


def saved(path: Path) -> str:
    """When a file was last saved, in words and by this machine's clock."""
    at = datetime.fromtimestamp(path.stat().st_mtime)
    return f"{at:%H:%M} on {at.day} {at:%B %Y}"


def _code(notebook: Path) -> Iterator[str]:
    if notebook.stat().st_size > NOTEBOOK_LIMIT:
        return
    try:
        cells: tuple[dict[str, Any], ...] = cells_of(notebook.read_bytes())
    except (OSError, Unreadable):
        return
    yield from (cell["source"] for cell in cells if cell["cell_type"] == "code")


def _listed(paths: list[Path]) -> str:
    return ", ".join(path.name for path in paths)
