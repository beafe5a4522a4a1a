"""A watch on an answer file: what another kernel writes is seen here within a second.

A look is one question to the disk, whether the file has changed; it is read only if it has. The
kernel's own event loop does it between two cells, so that there is no thread to end, and it works
in a browser too, where there are none.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from accordingto.exercises import AnswerStore

SECONDS = 1.0
_watched: set[Path] = set()


def watch(store: AnswerStore) -> None:
    """Look at an answer file from now on, as long as anybody follows it.

    Without a running event loop, as in a plain script, there is nobody to show it to.
    """
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return

    def look() -> None:
        if not store.is_followed:
            _watched.discard(store.path)
            return
        loop.call_later(SECONDS, look)
        store.look()

    if store.path not in _watched:
        _watched.add(store.path)
        loop.call_later(SECONDS, look)
