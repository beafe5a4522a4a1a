"""Articles by name, as a notebook asks for them."""

from __future__ import annotations

from pathlib import Path

from accordingto import readings
from accordingto.content import Content
from accordingto.notebooks.page import Page
from accordingto.readings import Reading


def seed(name: str) -> tuple[Page, Reading]:
    """An article of the working copy that the notebook is in, or of the kit, and its reading.

    `article.show()` displays it. Raises LookupError for an unknown name.
    """
    article, reading = readings.seed(name, Content.around(Path.cwd()))
    return Page.of(article), reading


def second_reading(name: str) -> Reading:
    """Another reader's reading of an article, made before the expert's was seen.

    Raises LookupError for an unknown name, and for an article that was read once.
    """
    return readings.second_reading(name, Content.around(Path.cwd()))
