"""A JupyterHub for a class: its configuration, out of JupyterHub's own parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.exercises.disk import write_whole
from accordingto.templates import plain

FILE = "jupyterhub_config.py"
NBGRADER = "c = get_config()\nc.Exchange.root = {!r}\nc.CourseDirectory.course_id = {!r}\n"


@dataclass(frozen=True)
class ForClass:
    """What a class needs of a hub; `idle` is in seconds."""

    lesson: str
    teachers: Sequence[str]
    students: Sequence[str]
    course: str
    address: str
    room: str  # where the room is served, behind the hub
    memory: str
    idle: int


def write(folder: Path, wanted: ForClass) -> Path:
    """Write the configuration, and the exchange beside it; return the configuration's path.

    Raises FileExistsError where there is one, which may have been changed by hand.
    """
    path = folder / FILE
    if path.exists():
        raise FileExistsError(f"{path} is there already: move it away, or name another folder")
    exchange, settings = folder / "exchange", folder / "settings"
    for one in (exchange, settings):
        one.mkdir(parents=True, exist_ok=True)
    exchange.chmod(0o777)  # as nbgrader asks for: everybody hands in there
    nbgrader = NBGRADER.format(str(exchange), wanted.course)
    write_whole(settings / "nbgrader_config.py", nbgrader.encode())
    (settings / "nbgrader_config.py").chmod(0o644)
    config = plain(
        "classroom/room/hub_config.txt",
        file=path,
        address=repr(wanted.address.rstrip("/")),
        everybody=repr({*wanted.teachers, *wanted.students}),
        teachers=repr(list(wanted.teachers)),
        teacher=repr(wanted.teachers[0]),
        memory=repr(wanted.memory),
        idle=wanted.idle,
        settings=repr(str(settings)),
        room=repr(wanted.room),
        lesson=repr(wanted.lesson),
    )
    write_whole(path, config.encode())
    return path
