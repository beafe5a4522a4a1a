"""The location of content: sheets, articles, lessons and notebooks under one root."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MANIFEST = ".accordingto.json"  # stands in every working copy, and says what was handed out
VARIABLE = "ACCORDINGTO_CONTENT"  # a root, for a kernel that has no folder to tell it by

_PACKAGE = Path(__file__).parent
_CARRIED = _PACKAGE / "content"
_KIT = _CARRIED if _CARRIED.is_dir() else _PACKAGE.parents[1]  # installed; a clone


class NoLesson(LookupError):
    """No sheet has the name."""


class NoArticle(LookupError):
    """No folder of `seeds/` has the name."""


class NotBuilt(LookupError):
    """A lesson has no notebook."""


@dataclass(frozen=True)
class Content:
    """The content under one root, over the kit's own: what the root does not have, the kit gives.

    A root holds `seeds/`, `lessons/`, `exercises/` and `notebooks/`, or some of them. It is
    chosen once, where work begins (a notebook's `lesson`, a command, a kernel that solves), and
    handed on from there.

    It answers with paths. What stands in a sheet or a seed is known to the floors that read
    them, and this one, which they all stand on, imports none: `Sheet.of` and `readings.seed` take
    a `Content` and give the record.
    """

    root: Path

    @classmethod
    def kit(cls) -> Content:
        """The kit's own: beside the code in a clone, inside the package when installed."""
        return cls(_KIT)

    @classmethod
    def around(cls, folder: Path) -> Content:
        """The content for work in a folder: of the working copy around it, else the kit's.

        A process that was told by the environment variable `ACCORDINGTO_CONTENT` keeps to that.
        """
        if told := os.environ.get(VARIABLE):
            return cls(Path(told))
        here = folder.absolute()
        for place in (here, *here.parents):
            with suppress(OSError):  # a folder further up that may not be looked into
                if (place / MANIFEST).is_file():
                    return cls(place)
        return cls.kit()

    def is_kits(self, path: Path) -> bool:
        """Whether a path of these answers is the kit's own, and none of another root."""
        return self.root == _KIT or not path.is_relative_to(self.root)

    def sheet(self, name: str) -> Path:
        """Returns the file of a lesson's exercises. Raises NoLesson."""
        for root in self._roots():
            if (path := root / "exercises" / f"{name}.yaml").is_file():
                return path
        raise NoLesson(f"there is no lesson {name!r}; there are {', '.join(self.lessons())}")

    def lessons(self, *, before: str | None = None) -> list[str]:
        """Returns the names of all numbered lessons, in order, or of those before one of them."""
        names = sorted({path.stem for path in self._found("exercises/[0-9][0-9]-*.yaml")})
        return names if before is None else [name for name in names if name < before]

    def sheets(self) -> list[str]:
        """Returns the names of all sheets, in order, also of those that are no numbered lesson."""
        return sorted({path.stem for path in self._found("exercises/*.yaml")})

    def seed(self, name: str) -> Path:
        """Returns the folder of an article. Raises NoArticle."""
        for root in self._roots():
            if (path := root / "seeds" / name / "article.txt").is_file():
                return path.parent
        known = sorted({path.parent.name for path in self._found("seeds/*/article.txt")})
        raise NoArticle(f"there is no article {name!r} in seeds/; there are {', '.join(known)}")

    def notebook(self, name: str) -> Path:
        """Returns the notebook of a lesson, as it is handed out. Raises NotBuilt.

        It is looked for where the lesson's source is: what else a working copy has in
        `notebooks/` is its owner's work.
        """
        for root in self._roots():
            path = root / "notebooks" / f"{name}.ipynb"
            if path.is_file() and (root / "lessons" / f"{name}.md").is_file():
                return path
        raise NotBuilt(f"lesson {name!r} has no notebook yet; `accordingto build` makes it")

    def page(self, name: str) -> Path | None:
        """Returns the file of a lesson's page; None for a sheet that has no lesson around it."""
        return next(self._found(f"lessons/{name}.md"), None)

    def glossary(self) -> Path:
        """Returns the file of the words that the lessons explain."""
        return next(self._found("lessons/glossary.md"))

    def labelled_sides(self) -> Path:
        """The file of the sentences that a classifier of reactions learns from."""
        return next(self._found("lessons/labelled-sides.yaml"))

    def _roots(self) -> tuple[Path, ...]:
        return (self.root,) if self.root == _KIT else (self.root, _KIT)

    def _found(self, pattern: str) -> Iterator[Path]:
        return (path for root in self._roots() for path in root.glob(pattern))
