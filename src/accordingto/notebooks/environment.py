"""One plain look at the machine before the first lesson."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from accordingto import in_browser
from accordingto.notebooks.place import kernel, place_of

NEEDED = ("jupyterlab", "matplotlib", "nltk", "ipywidgets", "anywidget")
NO_PAGE = "ACCORDINGTO_NO_PAGE"  # set where a tool runs a notebook that no page shows
GOOD = "✓ Everything is here: Python, the packages, and a place for your answers."
IN_A_BROWSER = (
    "✓ All of it runs in your browser, and your answers are kept there, on this computer. Who "
    "clears the browser’s data clears them too: save them to a file now and then, with the button "
    "Keep my work."
)


def check() -> None:
    """Print what works and what does not, each with what to do about it.

    In a kernel it also asks the page to draw an exercise, and says what came of it, unless the
    environment variable `ACCORDINGTO_NO_PAGE` is set.
    """
    problems = [problem for problem in _problems() if problem]
    for problem in problems:
        print(f"✗ {problem}")
    print("Please mend this first; the lines above say how." if problems else GOOD)
    if in_browser.is_here():
        print(IN_A_BROWSER)
    if kernel():
        from accordingto.widgets.probe import Probe

        Probe().show(is_seen=NO_PAGE not in os.environ)


def _problems() -> Iterator[str | None]:
    if not in_browser.is_here():  # where all lie in one archive, and two are not needed
        yield from map(_missing, NEEDED)
    yield _cannot_write(place_of().answers)


def _missing(package: str) -> str | None:
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return f"The package {package} is not installed: run `pip install according-to` again."
    return None


def _cannot_write(folder: Path) -> str | None:
    probe = folder / ".can-be-written"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        return f"Answers cannot be saved in {folder.resolve()} ({error.strerror}): choose another."
    return None
