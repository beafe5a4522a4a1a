"""One plain look at the machine before the first lesson."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from accordingto.exercises.answers import write_whole
from accordingto.notebooks.lesson import ANSWERS

NEEDED = ("jupyterlab", "nltk", "matplotlib", "ipywidgets", "anywidget")


def check() -> None:
    """Print what works and what does not, each with what to do about it."""
    problems = [problem for problem in _problems() if problem]
    for problem in problems:
        print(f"✗ {problem}")
    print(
        "Please mend this first; the lines above say how."
        if problems
        else "✓ Everything is here: Python, the packages, and a place for your answers."
    )


def _problems() -> Iterator[str | None]:
    for package in NEEDED:
        yield _missing(package)
    yield _cannot_write(ANSWERS)


def _missing(package: str) -> str | None:
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return f"The package {package} is not installed: run `pip install according-to` again."
    return None


def _cannot_write(folder: Path) -> str | None:
    probe = folder / ".can-be-written"
    try:
        write_whole(probe, b"")
        probe.unlink()
    except OSError as error:
        return f"Answers cannot be saved in {folder.resolve()} ({error.strerror}): choose another."
    return None
