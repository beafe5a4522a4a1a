"""A room as a service of a JupyterHub: the hub says who somebody is, and no code is asked for.

What a service is told stands in its environment (JupyterHub, "Services"); tokens and the teacher's
log-in are checked by JupyterHub's own library.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

ROOT = "JUPYTERHUB_SERVICE_PREFIX"
SERVED = "JUPYTERHUB_SERVICE_URL"


class LogIn(NamedTuple):
    """Where the hub asks who somebody is, and the state by which their way back is known."""

    address: str
    state: str


class Hub:
    """The hub that has started this room. `teachers` are names of its users."""

    def __init__(self, teachers: Iterable[str]) -> None:
        """Raises ModuleNotFoundError without the extra `hub`."""
        from jupyterhub.services.auth import HubOAuth

        self._auth = HubOAuth()
        self._teachers = frozenset(teachers)
        self.root = os.environ[ROOT].rstrip("/")

    def user(self, token: str) -> str:
        """The user whose token this is, if it is good for this room; empty for nobody."""
        found = self._auth.user_for_token(token) if token else None
        may = found and self._auth.check_scopes(self._auth.access_scopes, found)
        return str(found["name"]) if found and may and found.get("kind") == "user" else ""

    def log_in(self) -> LogIn:
        """The beginning of a log-in."""
        state = self._auth.generate_state(next_url=f"{self.root}/teacher")
        return LogIn(f"{self._auth.login_url}&state={state}", state)

    def is_teacher(self, code: str) -> bool:
        """Whether the hub sent a teacher back, with this code."""
        return self.user(self._auth.token_for_code(code)) in self._teachers
