"""`accordingto hub FOLDER LESSON`."""

from __future__ import annotations

import argparse
from pathlib import Path

from accordingto.classroom.room.hub_config import ForClass, write
from accordingto.content import Content
from accordingto.exercises import Sheet


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose hub, where it is written, and what it gives a student."""
    parser.add_argument("folder", type=Path, help="where the configuration is written")
    parser.add_argument("lesson", help="the lesson of the room")
    parser.add_argument(
        "--teacher", action="append", required=True, help="a user of the machine; again for more"
    )
    parser.add_argument(
        "--students", type=Path, required=True, help="a file with a user of the machine a line"
    )
    parser.add_argument("--course", default="my-course", help="nbgrader's course (my-course)")
    parser.add_argument("--address", default="http://127.0.0.1:8000", help="of the hub")
    parser.add_argument("--room", default="http://127.0.0.1:8787", help="of the room, behind it")
    parser.add_argument("--memory", default="512M", help="of a student (512M)")
    parser.add_argument("--idle", type=int, default=3600, help="seconds until one ends (3600)")


def run(arguments: argparse.Namespace) -> int:
    """Write the configuration, and say how the hub is started."""
    Sheet.of(arguments.lesson, Content.around(Path.cwd()))
    students = arguments.students.read_text(encoding="utf-8").split()
    path = write(
        arguments.folder.absolute(),
        ForClass(
            lesson=arguments.lesson,
            teachers=arguments.teacher,
            students=students,
            course=arguments.course,
            address=arguments.address,
            room=arguments.room,
            memory=arguments.memory,
            idle=arguments.idle,
        ),
    )
    print(f"Written for {len(students)} students: {path}")
    print(f"Read it, and start the hub as root: jupyterhub -f {path}")
    print("It needs the extra `hub`, and JupyterHub's proxy, configurable-http-proxy (npm).")
    return 0
