"""The pages of the lessons in their order: what each is called, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from accordingto.content import Content
from accordingto.yamlfile import ContentError

_FENCE = "---\n"


@dataclass(frozen=True)
class LessonPage:
    """A lesson's page, by what stands at the head of `lessons/NAME.md`."""

    name: str
    title: str
    minutes: int

    @property
    def number(self) -> int:
        """Its place among the lessons; 0 is the one to start with, or stands beside them."""
        place = self.name.partition("-")[0]
        return int(place) if place.isdecimal() else 0

    @property
    def called(self) -> str:
        """ "3. What “reportedly” hides"; what to start with, or stands beside, has no number."""
        return f"{self.number}. {self.title}" if self.number else self.title


def lesson_pages(content: Content) -> list[LessonPage]:
    """The numbered lessons of the content that have a page, in order.

    Raises ContentError, with the file, for a head that has no title or no minutes.
    """
    found = (content.page(name) for name in content.lessons())
    return [lesson_page(path) for path in found if path]


def lesson_page(path: Path) -> LessonPage:
    """The page in a file. Raises ContentError for a head that has no title or no minutes."""
    before, _, rest = path.read_text(encoding="utf-8").partition(_FENCE)
    head = rest.partition(_FENCE)[0]
    try:
        matter = yaml.safe_load(head if not before else "") or {}
        return LessonPage(path.stem, str(matter["title"]), int(matter["minutes"]))
    except (yaml.YAMLError, TypeError, KeyError, ValueError):
        expected = "expected `title:` and `minutes:` between two lines of `---`"
        raise ContentError(path, 1, expected) from None
