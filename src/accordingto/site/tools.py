"""Tools of others that make a part of the browser edition, and what is said where one fails."""

from __future__ import annotations

import subprocess
from pathlib import Path


class NotBuilt(ValueError):
    """A tool that makes the browser edition failed."""


def run_tool(command: list[str], folder: Path, what: str) -> None:
    """Run a command in a folder. Raises NotBuilt, with the last error that it told, if it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "Error" in line] or ["no word of why"]
        raise NotBuilt(f"{what} could not be made ready: {lines[-1].strip()}")
