"""A lesson of a teacher's own comes into a course with all that it needs, and never twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.authoring.making import made
from accordingto.classroom.course import Course
from accordingto.classroom.hand_out.own import bring
from accordingto.content import MANIFEST, Content, NotBuilt
from accordingto.notebooks.build import student_page
from accordingto.pages.blocks import Origin
from accordingto.pages.folder import keep
from accordingto.pages.page import Page
from accordingto.readings import read_written
from made_lessons import PAGES

NAME = "09-dam-at-orrin"


@pytest.fixture
def copy(tmp_path: Path) -> Content:
    root = tmp_path / "kit"
    article, reading = read_written(PAGES / "dam-at-orrin")
    page = Page(tuple(article.text.strip().splitlines()), (), Origin(), ())
    keep(page, root / "seeds", origin=Origin(), name="dam-at-orrin", reading=reading)
    (root / MANIFEST).write_text("{}", encoding="utf-8")
    made("dam-at-orrin", Content(root))
    return Content(root)


def test_it_brings_sheet_page_notebook_and_article_once(copy: Content, tmp_path: Path) -> None:
    course = tmp_path / "course"
    with pytest.raises(NotBuilt, match="`accordingto build` makes it"):
        bring(NAME, copy, course)
    notebook = copy.root / "notebooks" / f"{NAME}.ipynb"
    notebook.parent.mkdir()
    notebook.write_text(student_page(copy.root / "lessons" / f"{NAME}.md", copy), encoding="utf-8")
    brought = bring(NAME, copy, course)
    assert f"exercises/{NAME}.yaml" in brought
    assert "seeds/dam-at-orrin/reading.yaml" in brought
    sheet = Course(course).sheet(NAME)
    assert sheet.content.notebook(NAME).is_file()
    assert len(sheet.questions) >= 10
    mine = course / "exercises" / f"{NAME}.yaml"
    mine.write_text(mine.read_text("utf-8") + "# a key was corrected here\n", encoding="utf-8")
    assert bring(NAME, copy, course) == []
    assert "corrected here" in mine.read_text("utf-8")


def test_a_lesson_of_the_kit_is_not_copied(copy: Content, tmp_path: Path) -> None:
    assert bring("02-who-says-so", copy, tmp_path / "course") == []
    assert bring("02-who-says-so", Content.kit(), tmp_path / "course") == []
    assert not (tmp_path / "course").exists()
