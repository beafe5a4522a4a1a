"""Machines on which the kit, or its Python, lies under /home: made for one command, by root.

What is mounted is seen by that command alone, and gone with it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

KIT = Path(__file__).parents[2]
HOME = Path("/home") / "teacher"
ELSEWHERE = Path("/mnt")
ROOT, TEACHER = 0, 1234  # users by number; nobody of the machine need have it
VERSION = f"python{sys.version_info.major}.{sys.version_info.minor}"
_PYTHON_LIES_IN = Path(sys.base_prefix)
_ALEMBIC = r"#!%s\nfrom alembic.config import main\nmain()\n"  # nbgrader calls it by its name
_PACKAGES_LIE_IN = Path(sys.prefix) / "lib" / VERSION / "site-packages"


@dataclass(frozen=True)
class House:
    """Where things lie: the kit's source, an environment's prefix, or packages of a user's own."""

    kit: Path = ELSEWHERE / "kit"
    prefix: Path = ELSEWHERE / "environment"
    base: Path = ELSEWHERE / "python"
    user_site: bool = False

    def run(self, user: int, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run Python with these arguments as this user, in the kit's folder."""
        command = (str(self._python), *arguments)
        words = {
            "HOME": str(HOME),
            "LD_LIBRARY_PATH": f"{self.base}/lib",  # where it was built may be closed to others
            "PYTHONPATH": f"{self.kit}/src",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        script = "\n".join((*self._built(), f"cd {self.kit}", _as(user, command, words | settings)))
        return subprocess.run(
            ["unshare", "--mount", "--propagation", "private", "sh", "-e", "-c", script],
            # A pytest that is run there is nobody's worker, and shares no folder with others.
            env={name: value for name, value in os.environ.items() if "PYTEST" not in name},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def _python(self) -> Path:
        return (self.base if self.user_site else self.prefix) / "bin" / VERSION

    @property
    def _packages(self) -> Path:
        place = HOME / ".local" if self.user_site else self.prefix
        return place / "lib" / VERSION / "site-packages"

    def _built(self) -> list[str]:
        return [
            *(f"mount -t tmpfs none {place}" for place in (HOME.parent, ELSEWHERE)),
            f"mkdir -p {HOME} {self.prefix}/bin",
            f"chown {TEACHER}:{TEACHER} {HOME}",
            _bound(_PYTHON_LIES_IN, self.base),
            _bound(_PACKAGES_LIE_IN, self._packages),
            _bound(KIT, self.kit),
            f"ln -s {self.base}/bin/{VERSION} {self.prefix}/bin/{VERSION}",
            f"echo home = {self.base}/bin > {self.prefix}/pyvenv.cfg",
            f"printf '{_ALEMBIC}' {self._python} > {self.prefix}/bin/alembic",
            f"chmod +x {self.prefix}/bin/alembic",
        ]


HOUSES = {
    "source": House(kit=HOME / "kit"),
    "prefix": House(prefix=HOME / "environment", base=HOME / "python"),
    "user-site": House(user_site=True),
}


def why_not() -> str:
    """Why there can be no such machine here, in a sentence; empty where there can."""
    if sys.platform == "linux" and os.getuid() == 0:
        return ""
    return "only root on Linux makes machines with a /home of their own"


def _bound(place: Path, where: Path) -> str:
    return f"mkdir -p {where}; mount --bind {quote(str(place))} {where}"


def _as(user: int, command: tuple[str, ...], settings: Mapping[str, str]) -> str:
    words = " ".join(map(quote, command))
    named = " ".join(f"{name}={quote(value)}" for name, value in settings.items())
    lent = f"setpriv --reuid {user} --regid {user} --clear-groups" if user else ""
    return f"exec env {named} {lent} {words}"
