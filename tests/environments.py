"""Environments of their own, for what the tests' one does not have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).parents[1]


def environment(folder: Path, *packages: str) -> str:
    """The Python of a fresh environment with these packages; "." is the kit.

    Where the packages cannot be had the test is skipped, and in CI it fails.
    """
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--constraint", "constraints.txt"]
    done = subprocess.run(
        [*install, *packages], cwd=REPO, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = f"the environment could not be made: {done.stderr[-500:]}"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    return str(python)
