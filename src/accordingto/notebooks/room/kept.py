"""The seats that one has had in rooms, so that whoever joins again is the same reader there.

They stand beside the answers, in a hidden file that is never handed in.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from accordingto.exercises.disk import write_whole

FILE = ".rooms.json"


def seat_in(folder: Path, lesson: str, code: str) -> str:
    """What let one into the room with this code before; empty where one was not in it."""
    return _kept(folder).get(_room(lesson, code), "")


def keep_seat(folder: Path, lesson: str, code: str, token: str) -> None:
    """Keep it; where that cannot be, one is a new reader the next time."""
    kept = {**_kept(folder), _room(lesson, code): token}
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / FILE, json.dumps(kept).encode())


def _kept(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: token for name, token in pairs if isinstance(token, str)}


def _room(lesson: str, code: str) -> str:
    return f"{lesson} {''.join(sign for sign in code.upper() if sign.isalnum())}"
