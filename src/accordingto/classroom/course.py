"""The folder of a course: its layout, and the sheet that marks a lesson."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.classroom import nbgraders_load
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.released import marking
from accordingto.notebooks.cells import title_of

_SETTINGS = "nbgrader_config.py"
_FIXED = (
    "directory_structure",
    "source_directory",
    "release_directory",
    "submitted_directory",
    "autograded_directory",
    "feedback_directory",
)


class NotReleased(LookupError):
    """The course has not handed the lesson out."""


class UnusableSettings(ValueError):
    """`nbgrader_config.py` cannot be read, or moves what the kit works on."""


@dataclass(frozen=True)
class Course:
    """The folder of a course, with nbgrader's own names in it."""

    root: Path

    @property
    def id(self) -> str:
        """The name of the course in the gradebook, as `nbgrader_config.py` has it."""
        return str(self._directory().course_id) or self.root.name

    @property
    def database(self) -> str:
        """The address of the gradebook, as SQLAlchemy has it, out of `nbgrader_config.py`.

        Raises UnusableSettings where that file cannot be read.
        """
        return str(self._directory().db_url)

    @property
    def content(self) -> Content:
        """The kit's content, and over it the course's own, if it has any."""
        return Content(self.root)

    def sheet(self, lesson: str) -> Sheet:
        """The sheet that a lesson is marked by: the course's own where there is one."""
        return marking(lesson, self.root / "release" / lesson, self.content)

    def released(self, lesson: str) -> Path:
        """The released notebook of a lesson. Raises NotReleased when there is none."""
        path = self.root / "release" / lesson / f"{lesson}.ipynb"
        if not path.is_file():
            raise NotReleased(
                f"{self.root} has no lesson {lesson!r}; make it with "
                f"`accordingto course {self.root} {lesson}`"
            )
        return path

    def title(self, lesson: str) -> str:
        """The first heading of the notebook that was handed out. Raises NotReleased."""
        return title_of(json.loads(self.released(lesson).read_bytes())["cells"]) or lesson

    def lessons(self) -> list[str]:
        """The lessons that the course has released. Raises NotReleased if it has none."""
        found = sorted(path.stem for path in self.root.glob("release/*/*.ipynb"))
        if not found:
            raise NotReleased(
                f"{self.root} is no course with a lesson in it; make one with "
                f"`accordingto course {self.root}`"
            )
        return found

    def submitted(self, lesson: str) -> list[Path]:
        """The folders of what was submitted, in the order of the students' names."""
        folders = (student / lesson for student in self.root.glob("submitted/*"))
        return sorted(folder for folder in folders if _may_be_there(folder))

    def settings(self) -> Any:
        """The course's `nbgrader_config.py`, as nbgrader reads it; without a file its defaults.

        Raises UnusableSettings where it cannot be read.
        """
        nbgraders_load.load()
        from traitlets.config import Config
        from traitlets.config.loader import PyFileConfigLoader

        settings = Config({"CourseDirectory": {"root": str(self.root)}})
        file = self.root / _SETTINGS
        if file.is_file():
            try:
                settings.merge(PyFileConfigLoader(file.name, path=str(self.root)).load_config())
            except Exception as error:  # it is a program: anything may be wrong with it
                raise UnusableSettings(f"{file} cannot be read: {error}") from None
        return settings

    def _directory(self) -> Any:
        """nbgrader's own reading of where things are."""
        settings, file = self.settings(), self.root / _SETTINGS
        from nbgrader.coursedir import CourseDirectory

        directory = CourseDirectory(config=settings)
        for name in _FIXED:
            if getattr(directory, name) != CourseDirectory.class_traits()[name].default():
                raise UnusableSettings(
                    f"{file} moves `{name}`; the kit works on the folders by nbgrader's own names"
                )
        return directory


def _may_be_there(folder: Path) -> bool:
    """Return whether it is there, or hidden by a lack of rights: nobody is missing by that."""
    try:
        return folder.is_dir()
    except OSError:
        return True
