"""The part of JupyterLite's `piplite` that its kernel asks for, which installs nothing.

Every package that a lesson needs is in the browser edition, and no host is asked for another. So
there is nothing to install from; who tries is told so, and the cells that follow run on. The real
one, and micropip under it, are a wait for every reader.
"""

from __future__ import annotations

from typing import Any

NOTHING_MORE = (
    "Nothing can be installed in the browser edition: all that the lessons need is there, and no "
    "other address is asked. To work with more, install the kit on a computer."
)


async def install(*requirements: Any, **how: Any) -> None:
    """Say that nothing can be installed."""
    print(NOTHING_MORE)
