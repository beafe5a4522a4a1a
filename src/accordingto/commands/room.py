"""`accordingto room LESSON`."""

from __future__ import annotations

import argparse
import os
import socket
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from accordingto.content import Content
from accordingto.exercises import Sheet

PORT = 8787


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which lesson, where answers are kept, and where it is served."""
    parser.add_argument("lesson")
    parser.add_argument(
        "--folder", type=Path, help="where answers are kept (room-LESSON-DAY); a room goes on there"
    )
    parser.add_argument("--host", default="0.0.0.0", help="the network to serve (all of them)")
    parser.add_argument(
        "--teacher", action="append", default=[], help="on a JupyterHub: who may see the class"
    )
    parser.add_argument("--port", type=int, default=PORT, help=f"(default: {PORT})")


def run(arguments: argparse.Namespace) -> int:
    """Serve the room until Ctrl + C; its answers stay in the folder."""
    try:
        import uvicorn

        from accordingto.classroom.room.live.app import app
    except ModuleNotFoundError as missing:
        raise ValueError(
            f"{missing.name} is not installed: a room needs the extra `room`"
        ) from None
    from accordingto.classroom.room.live.hub import SERVED, Hub
    from accordingto.classroom.room.live.members import Members
    from accordingto.classroom.room.live.opened import Room

    folder = arguments.folder or Path(f"room-{arguments.lesson}-{date.today()}")
    sheet = Sheet.of(arguments.lesson, Content.around(folder.absolute().parent))
    where = (arguments.host, arguments.port)
    if served := urlsplit(os.environ.get(SERVED, "")).netloc:
        hub = Hub(arguments.teacher)
        room = Room(sheet, Members(folder, sheet), f"{hub.root} of this JupyterHub", hub)
        where = (served.partition(":")[0], int(served.rpartition(":")[2]))
        print(f"Project this, as {' or '.join(arguments.teacher)}:  {hub.root}/teacher")
    else:
        host = _own_address() if arguments.host == "0.0.0.0" else arguments.host
        room = Room(sheet, Members(folder, sheet), f"http://{host}:{arguments.port}")
        print(f'Students run:  ask.join("{room.address}", "{room.members.code}")')
        print(f"Project this:  http://127.0.0.1:{arguments.port}/teacher?key={room.key}")
    print(f"Answers are kept in {folder}. Ctrl + C closes the room.", flush=True)
    config = uvicorn.Config(app(room), *where, log_level="error", limit_concurrency=400)
    with suppress(KeyboardInterrupt):  # whether it comes out of the server is a matter of moments
        uvicorn.Server(config).run()
    print(f"\nThe room is closed. Its answers are in {folder}.")
    return 0


def _own_address() -> str:
    """This computer's address in the local network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # of no network (RFC 5737): only the way there counts
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
