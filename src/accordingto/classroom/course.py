"""`accordingto course DIR [LESSON…]`: an nbgrader course, ready for its commands and screens."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from accordingto.classroom.assignment import assignment
from accordingto.classroom.own_sheet import apart, fitted
from accordingto.content import content_root
from accordingto.exercises import Sheet
from accordingto.exercises.answers import write_whole
from accordingto.exercises.released import marking, release
from accordingto.exercises.sheet import Mode, lesson_names

_CONFIG = """\
# Made by `accordingto course`; yours to change. nbgrader and `accordingto` read it.
import os

c = get_config()
c.CourseDirectory.course_id = {name!r}
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
# Another database than gradebook.db in this folder: c.CourseDirectory.db_url = "postgresql://…"
# Texts are written into their cells, where a person marks them, and keys are there to mark by.
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "accordingto.classroom.autograding.Prepare",
    "nbgrader.preprocessors.CheckCellMetadata",
]
# The notebooks in source/ hold no solutions, so there are none to clear.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors." + name
    for name in (
        "IncludeHeaderFooter", "LockCells", "ClearOutput", "CheckCellMetadata",
        "ComputeChecksums", "SaveCells", "ClearHiddenTests", "ClearMarkScheme",
        "ComputeChecksums", "CheckCellMetadata",
    )
]
"""
# A second notebook would be a second assignment to nbgrader, so here the glossary is a text.
_GLOSSARY = (b"](glossary.ipynb)", b"](glossary.md)")
# A traceback's first line stands behind the log's own words, so its first frame is the measure.
_REASON = re.compile(r"^.*Traceback .*:\n( *)  File .*\n(?:\1 .*\n)*\1(\S.*)$", re.MULTILINE)
_FIXED = (
    "directory_structure",
    "source_directory",
    "release_directory",
    "submitted_directory",
    "autograded_directory",
    "feedback_directory",
)


@dataclass(frozen=True)
class Course:
    """The folder of a course, with nbgrader's own names in it."""

    root: Path

    @property
    def id(self) -> str:
        """The name of the course in the gradebook, as `nbgrader_config.py` has it."""
        return str(self._settings().course_id) or self.root.name

    @property
    def database(self) -> str:
        """The address of the gradebook, as SQLAlchemy has it, out of `nbgrader_config.py`.

        Raises ValueError where that file cannot be read.
        """
        return str(self._settings().db_url)

    @property
    def keys(self) -> Path:
        """Where the course's own sheets are, if it has any."""
        return self.root / "exercises"

    def sheet(self, lesson: str) -> Sheet:
        """The sheet that a lesson is marked by: the course's own where there is one."""
        return marking(lesson, self.keys, self.root / "release" / lesson)

    def released(self, lesson: str) -> Path:
        """The released notebook of a lesson. Raises LookupError when there is none."""
        path = self.root / "release" / lesson / f"{lesson}.ipynb"
        if not path.is_file():
            raise LookupError(
                f"{self.root} has no lesson {lesson!r}; make it with "
                f"`accordingto course {self.root} {lesson}`"
            )
        return path

    def lessons(self) -> list[str]:
        """The lessons that the course has released. Raises LookupError where there is none."""
        found = sorted(path.stem for path in self.root.glob("release/*/*.ipynb"))
        if not found:
            raise LookupError(
                f"{self.root} is no course with a lesson in it; make one with "
                f"`accordingto course {self.root}`"
            )
        return found

    def submitted(self, lesson: str) -> list[Path]:
        """The folders of what was submitted, in the order of the students' names."""
        return sorted(path for path in self.root.glob(f"submitted/*/{lesson}") if path.is_dir())

    def _settings(self) -> Any:
        """nbgrader's own reading of the course's settings; without a file its defaults."""
        from nbgrader.coursedir import CourseDirectory
        from traitlets.config import Config
        from traitlets.config.loader import PyFileConfigLoader

        settings = Config({"CourseDirectory": {"root": str(self.root)}})
        file = self.root / "nbgrader_config.py"
        if file.is_file():
            try:
                settings.merge(PyFileConfigLoader(file.name, path=str(self.root)).load_config())
            except Exception as error:  # it is a program: anything may be wrong with it
                raise ValueError(f"{file} cannot be read: {error}") from None
        directory = CourseDirectory(config=settings)
        for name in _FIXED:
            if getattr(directory, name) != CourseDirectory.class_traits()[name].default():
                raise ValueError(
                    f"{file} moves `{name}`; the kit works on the folders by nbgrader's own names"
                )
        return directory


def make(root: Path, lessons: Sequence[str], mode: Mode = "graded") -> Course:
    """Make a course of these lessons, or add them to it.

    What is handed out beside the notebook says the mode, and in `graded` holds no key and no
    reason. A notebook that is in `source/` already stays as it is, but for the points, which are
    the sheet's. Raises ValueError where it asks other exercises than the sheet has, and where
    nbgrader fails.
    """
    import nbgrader  # noqa: F401 - said first where it is missing

    course = Course(root.absolute())
    root.mkdir(parents=True, exist_ok=True)
    config = root / "nbgrader_config.py"
    if not config.exists():
        config.write_text(_CONFIG.format(name=course.root.name), encoding="utf-8")
    for lesson in lessons:
        sheet = course.sheet(lesson)
        source = root / "source" / lesson
        source.mkdir(parents=True, exist_ok=True)
        notebook = source / f"{lesson}.ipynb"
        if not notebook.exists():
            write_whole(notebook, _handed_out(sheet, mode))
        _fit(notebook, sheet)
        write_whole(source / f"{lesson}.released.json", release(sheet, mode))
        if mode != "graded":  # graded work has no text that links to it
            glossary = content_root() / "lessons" / "glossary.md"
            write_whole(source / glossary.name, glossary.read_bytes())
        _generate(course, lesson)
    return course


def changed(course: Course, lessons: Sequence[str], mode: Mode) -> list[Path]:
    """The notebooks of `source/` that are not what the kit gives now in this mode."""
    found = {lesson: course.root / "source" / lesson / f"{lesson}.ipynb" for lesson in lessons}
    return [
        path
        for lesson, path in found.items()
        if path.read_bytes() != _handed_out(course.sheet(lesson), mode)
    ]


def _handed_out(sheet: Sheet, mode: Mode) -> bytes:
    """The kit's notebook for a mode, with the points of the sheet."""
    notebook = json.loads((content_root() / "notebooks" / f"{sheet.lesson}.ipynb").read_bytes())
    page = assignment(notebook) if mode == "graded" else notebook
    return _as_file(fitted(page, sheet)).replace(*_GLOSSARY)


def _fit(path: Path, sheet: Sheet) -> None:
    try:
        notebook = json.loads(path.read_bytes())
    except ValueError:
        raise ValueError(f"{path}: it is cut off or no notebook") from None
    fit = fitted(notebook, sheet)
    if fit != notebook:
        write_whole(path, _as_file(fit))
    if other := apart(fit, sheet):
        raise ValueError(
            f"{path} does not ask what the sheet of {sheet.lesson} has: {other}; keep the kit's "
            "ids in the sheet, or change these cells of the notebook, and make the course again"
        )


def _as_file(notebook: dict[str, Any]) -> bytes:
    return json.dumps(notebook, indent=1, ensure_ascii=False).encode()


def _generate(course: Course, lesson: str) -> None:
    scripts = Path(sys.executable).parent  # nbgrader calls `alembic` by its bare name
    path = os.pathsep.join((str(scripts), os.environ.get("PATH", os.defpath)))
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", lesson, "--force"],
        cwd=course.root,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(f"nbgrader could not release {lesson}: {_why(done.stderr)}")


def _why(said: str) -> str:
    """The last line of the last traceback, to which nbgrader's own last words only point."""
    if reasons := _REASON.findall(said):
        return str(reasons[-1][1])
    return (said.strip().splitlines() or ["no word"])[-1]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and which lessons."""
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="by default every lesson")
    parser.add_argument(
        "--mode",
        choices=get_args(Mode),
        default="graded",
        help="graded: no feedback before the marks, no key handed out (default); "
        "practice: feedback at once; vote: everybody votes first",
    )


def run(arguments: argparse.Namespace) -> int:
    """Make it, lesson by lesson with a progress bar, and say where what is."""
    from rich.progress import track

    lessons = arguments.lessons or lesson_names()
    for lesson in track(lessons, "making the course", transient=True):
        course = make(arguments.folder, [lesson], arguments.mode)
    for path in changed(course, lessons, arguments.mode):
        print(f"left as it is: {path.relative_to(course.root)}; delete it to take the kit's")
    print(
        f"The course is in {course.root}: hand out release/, and put what comes back in its place "
        f"with `accordingto collect {course.root} LESSON DOWNLOAD`."
    )
    return 0
