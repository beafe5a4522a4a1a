"""Where the running notebook lies. Its answers are beside it, wherever it is run from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import Any

# Variables that a host sets in the notebook: papermill (`--inject-paths`) and VS Code.
_TOLD = ("PAPERMILL_INPUT_PATH", "__vsc_ipynb_file__")
_SESSION = "JPY_SESSION_NAME"  # Jupyter Server's; what a notebook starts inherits it
_NEAR = ("answers", "*/answers", "*/notebooks/answers")


@dataclass(frozen=True)
class Place:
    """The folder of a notebook; `found` says whether the notebook is known to lie there."""

    folder: Path
    found: bool = True

    @property
    def answers(self) -> Path:
        """The folder of the answers."""
        return self.folder / "answers"


def place_of(lesson: str = "") -> Place:
    """Where the notebook of a lesson lies, out of what its host says and what lies there.

    papermill and others start a kernel in any folder, a cell may have gone to another one, and
    what a host says may be meant for the notebook that started this one. So a folder in which
    the lesson lies comes first, then a notebook by another name, then where the kernel started.
    Outside a kernel it is the folder that one is in.
    """
    shell = kernel()
    if shell is None:
        return Place(Path.cwd())
    began = Path(shell.starting_dir)
    told = [began / path for name in _TOLD if isinstance(path := shell.user_ns.get(name), str)]
    session = [Path(path)] if (path := os.environ.get(_SESSION)) else []
    folders = [*_parents(told), began, *_parents(session), Path.cwd()]
    named = [path for path in told + session if path.suffix == ".ipynb" and path.is_file()]
    lies = [folder for folder in folders if holds(folder, lesson)] or _parents(named)
    return Place(lies[0].resolve()) if lies else Place(began, found=False)


def holds(folder: Path, lesson: str) -> bool:
    """Whether a lesson lies in a folder: its notebook or a copy of it, its sheet, or answers."""
    return (
        any(folder.glob(f"{escape(lesson)}*.ipynb"))
        or (folder / f"{lesson}.released.json").is_file()
        or (folder / "answers" / f"{lesson}.json").is_file()
    )


def answers_elsewhere(lesson: str, folder: Path) -> list[Path]:
    """Other answer files of a lesson near a notebook's folder, of its owner, the newest first.

    A kit that was moved or started anew, or a notebook in another folder, leaves them there. It
    looks in the folders beside this one and beside the working copy, never among other homes.
    """
    own, mine = folder / "answers" / f"{lesson}.json", folder.stat().st_uid
    found = {
        path: state.st_mtime
        for near in folder.parents[:2]
        if near == Path.home() or not Path.home().is_relative_to(near)
        for pattern in _NEAR
        for path in near.glob(f"{pattern}/{escape(lesson)}.json")
        if path != own and (state := path.stat()).st_uid == mine
    }
    return sorted(found, key=lambda path: found[path], reverse=True)


def _parents(paths: list[Path]) -> list[Path]:
    return [path.parent for path in paths]


def kernel() -> Any:
    """The shell of the kernel that this runs in; None outside one."""
    from IPython import get_ipython

    shell: Any = get_ipython()
    return shell if hasattr(shell, "kernel") else None
