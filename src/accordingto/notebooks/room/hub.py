"""A room on the JupyterHub that one works on: the hub says where it is, and who one is.

The room is given no more than it needs: a token that is good for the room alone, for ten minutes.
"""

from __future__ import annotations

import os

from accordingto.notebooks.room.asking import asked

ADDRESS = "ACCORDINGTO_ROOM"  # set by the hub for every server
MINUTES = 10


def address() -> str:
    """Where the hub's room is; empty where there is no hub, or no room on it."""
    return os.environ.get(ADDRESS, "").rstrip("/")


def authorization(where: str) -> str:
    """What proves to the hub's room who one is; empty for any other room.

    Raises what `asked` raises where the hub gives nothing.
    """
    if not where or where != address():
        return ""
    hub, user = os.environ["JUPYTERHUB_API_URL"], os.environ["JUPYTERHUB_USER"]
    name = where.rpartition("/")[2]
    wish = {"scopes": [f"access:services!service={name}"], "expires_in": MINUTES * 60}
    mine = f"token {os.environ['JUPYTERHUB_API_TOKEN']}"
    return f"token {asked(f'{hub}/users/{user}/tokens', wish, mine)['token']}"
