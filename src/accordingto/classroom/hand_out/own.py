"""A lesson of a teacher's own, brought from a working copy into a course."""

from __future__ import annotations

from pathlib import Path

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole


def bring(lesson: str, copy: Content, course: Path) -> list[str]:
    """Copy a lesson that only the working copy has: sheet, page, notebook, and its own articles.

    What the course has already stays as it is there, for marks may rest on it. Returns the names of
    what was copied. Raises NoLesson for an unknown lesson, NotBuilt for one without a notebook, and
    ContentError where its sheet is wrong.
    """
    source = copy.sheet(lesson)
    if copy == Content.kit() or copy.root == course or not source.is_relative_to(copy.root):
        return []  # a lesson of the kit: every course has it
    files = [source, copy.root / "lessons" / f"{lesson}.md", copy.notebook(lesson)]
    for article in Sheet.of(lesson, copy).materials:
        folder = copy.seed(article)
        if folder.is_relative_to(copy.root):
            files += sorted(path for path in folder.iterdir() if path.is_file())
    brought = []
    for file in files:
        name = file.relative_to(copy.root)
        if not (course / name).exists():
            write_whole(course / name, file.read_bytes())
            brought.append(name.as_posix())
    return brought
