"""A course made, answered and graded by an earlier kit: it loads, and its marks are the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from traitlets.utils.importstring import import_item

from accordingto.classroom.course import Course
from accordingto.classroom.hand_out.making import make
from accordingto.classroom.mark.grade import grade
from accordingto.classroom.results import kept, path_of
from accordingto.classroom.submissions import read
from accordingto.content import Content
from accordingto.exercises.released import opened

pytestmark = pytest.mark.usefixtures("one_doorkeeper")
LESSON = "gallery"
MARKS = {  # of the exercises g.1 to g.15; a person marks the last one
    "ann": (1, 2, 2, 1, 2, 2, 1, 2, 1, 1, 0, 2, 2, 2, None),
    "ben": (0.25, 2, 4 / 3, 1, 2, 2, 1, 1.5, 0, 1, 0, 2, 2, 1, None),
}


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The course as it was kept, with the article back in its place."""
    kept_course = Path(__file__).parent / "earlier_course"
    root = shutil.copytree(kept_course, tmp_path_factory.mktemp("earlier") / "course")
    released = root / "release" / LESSON / f"{LESSON}.released.json"
    file = json.loads(released.read_bytes())
    for name in file["articles"]:
        article = Content.kit().root / "seeds" / name / "article.txt"
        file["articles"][name] = article.read_bytes().decode()
    released.write_text(json.dumps(file), encoding="utf-8")
    return Course(root)


def test_what_was_handed_out_opens_in_its_mode_and_asks_the_same(earlier: Course) -> None:
    sheet = opened(LESSON, earlier.root / "release" / LESSON)
    assert sheet.mode == "graded"
    assert list(sheet.questions) == [f"g.{number}" for number in range(1, 16)]
    assert len(sheet.home.article.text) > 3000


@pytest.mark.parametrize("student", MARKS)
def test_answers_and_marks_are_read_as_they_were(earlier: Course, student: str) -> None:
    submission = read(earlier.root / "submitted" / student / LESSON, LESSON)
    assert submission.sentences == []
    assert set(submission.entries or ()) == {f"g.{number}" for number in range(1, 16)} - {"g.14"}
    marks = kept(path_of(earlier.root, LESSON, student))
    assert marks is not None
    assert tuple(mark.points for mark in marks.marks) == MARKS[student]


def test_the_preprocessors_that_its_settings_name_are_there(earlier: Course) -> None:
    settings = (earlier.root / "nbgrader_config.py").read_text(encoding="utf-8")
    named = [line.strip(' ",') for line in settings.splitlines() if "classroom" in line]
    assert named == ["accordingto.classroom.autograding.Prepare"]
    assert import_item(named[0]).__name__ == "Prepare"


def test_graded_again_it_gives_the_same_marks_with_the_sheet_of_then(earlier: Course) -> None:
    notebook = earlier.root / "source" / LESSON / f"{LESSON}.ipynb"
    before = json.loads(notebook.read_bytes())["cells"]
    course = make(earlier.root, [LESSON])  # its gradebook is not kept here
    after = json.loads(notebook.read_bytes())["cells"]
    changed = [new["source"] for old, new in zip(before, after, strict=True) if old != new]
    assert all("ask = lesson(" in source for source in changed)  # it opens in its mode, no more
    again = {one.marks.student: one for one in grade(course, LESSON)}
    assert {student: one.again for student, one in again.items()} == {"ann": False, "ben": False}
    stood = {student: one.marks for student, one in again.items()}
    shutil.rmtree(course.root / "marks")
    anew = {one.marks.student: one.marks for one in grade(course, LESSON)}
    for student, points in MARKS.items():
        assert tuple(mark.points for mark in anew[student].marks) == points
        assert tuple(mark.points for mark in stood[student].marks) == points
