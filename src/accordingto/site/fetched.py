"""Pyodide from npm and wheels from PyPI: fetched once, checked by digest, and kept in a folder."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from accordingto.exercises.disk import write_whole

WHEELS = Path(__file__).parent / "wheels.txt"
PYODIDE = "pyodide@314.0.6"
_TARBALL = "pyodide-314.0.6.tgz"
_TARBALL_SHA256 = "d78ac549b28a2a58600cd06f44e017024151775f8c6b2d73fab1475400d38ea2"
_PARTS = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
# What Pyodide's Python takes; where a package has no wheel for it, that of Linux lends its Python.
_FITTING = (
    *("--implementation", "cp", "--python-version", "3.14"),
    *("--abi", "cp314", "--abi", "none"),
    *("--platform", "pyemscripten_2026_0_wasm32", "--platform", "manylinux2014_x86_64"),
)


class NotFetched(ValueError):
    """Something that the browser edition is made of cannot be had."""


@dataclass(frozen=True)
class Fetched:
    """What the browser edition is made of, on this disk."""

    pyodide: Path
    """The folder of Pyodide's own files."""
    wheels: tuple[Path, ...]
    ready: Path
    """The folder in which is kept what was made ready of both."""


def fetched(cache: Path) -> Fetched:
    """Return what the browser edition is made of, out of a folder or, once, from npm and PyPI.

    A second call asks no host. Raises NotFetched, in one sentence, where something cannot be had
    or has another digest than the one written down here.
    """
    return Fetched(_pyodide(cache / "pyodide"), _wheels(cache / "wheels"), cache / "ready")


def _wheels(folder: Path) -> tuple[Path, ...]:
    wanted = set(re.findall(r"sha256:([0-9a-f]{64})", WHEELS.read_text(encoding="utf-8")))
    if wanted - _here(folder).keys():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        only = ["--only-binary", ":all:", "--require-hashes", "--requirement", str(WHEELS)]
        _run([*command, *only, *_FITTING, "--dest", str(folder)], "wheels from PyPI, by pip")
    here = _here(folder)
    return tuple(sorted(here[digest] for digest in wanted))


def _here(folder: Path) -> dict[str, Path]:
    return {_sha256(path): path for path in folder.glob("*.whl")}


def _pyodide(folder: Path) -> Path:
    tarball = folder / _TARBALL
    if not tarball.is_file():
        if shutil.which("npm") is None:
            raise NotFetched(f"{PYODIDE} is fetched by npm, which is not installed here")
        folder.mkdir(parents=True, exist_ok=True)
        pack = ["npm", "pack", PYODIDE, "--silent", "--pack-destination", str(folder)]
        _run(pack, f"{PYODIDE}, by npm")
    if _sha256(tarball) != _TARBALL_SHA256:
        raise NotFetched(f"{tarball} is not the file whose digest the kit knows: delete it")
    if not all((folder / part).is_file() for part in _PARTS):
        with tarfile.open(tarball) as opened:
            for part in _PARTS:
                member = opened.extractfile(f"package/{part}")
                assert member is not None  # the digest says that it is there
                write_whole(folder / part, member.read())
    return folder


def _run(command: list[str], what: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "error" in line.lower()]
        why = (lines or ["no word of why"])[-1].strip()
        raise NotFetched(f"could not fetch {what} ({why}); try again where the network is")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
