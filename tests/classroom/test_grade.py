"""A class of honest, broken and hostile submissions through the whole way: course and grade."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import nbformat
import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.course import Course, make
from accordingto.classroom.grade import grade
from accordingto.classroom.marks import Marks
from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered, done

LESSON = "04-inside-the-quotation-marks"
SHEET = Sheet.of(LESSON)
CODE = next(question.id for question in SHEET if question.kind == "code")
SOLVED = """
import re

def find_quotations(text):
    return [q for line in text.splitlines() for q in re.findall(r"“[^”]*(?:”|$)", line)]
"""
CHEAT = """
import os
from accordingto.exercises.kinds import code
code.Code.score = lambda *a: 1 / 0

def find_quotations(text):
    open(os.path.expanduser("~/planted"), "w").write("x")
    return []
"""
FULL = sum(question.points for question in SHEET if not question.unscored)


class Class:
    """The submitted folder of a course, filled student by student."""

    def __init__(self, course: Course) -> None:
        self.course = course

    def hand_in(self, student: str, code: str = "", *, right: bool = True) -> Path:
        """A notebook with that code in the student's cell, and answers from the key."""
        folder = self.course.root / "submitted" / student / LESSON
        folder.mkdir(parents=True)
        page: Any = nbformat.read(self.course.released(LESSON), as_version=4)
        if code:
            cell = next(c for c in page.cells if c.source.startswith("def find_quotations"))
            cell.source = code
        nbformat.write(page, folder / f"{LESSON}.ipynb")
        store = AnswerStore(folder / "answers" / f"{LESSON}.json")
        for question in SHEET:
            if right and question.id != CODE:
                material = SHEET.material(question)
                key = msgspec.to_builtins(question.key(material))
                entry = answered(question, None, key)
                if question.reveal:
                    entry = answered(question, done(question, entry, "predict", material), key)
                store.keep(question.id, entry)
        return folder

    def marks(self) -> dict[str, Marks]:
        return {one.marks.student: one.marks for one in grade(self.course, LESSON)}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return make(tmp_path_factory.mktemp("course"), [LESSON])


@pytest.fixture
def pupils(course: Course) -> Class:
    shutil.rmtree(course.root / "submitted", ignore_errors=True)
    shutil.rmtree(course.root / "marks", ignore_errors=True)
    return Class(course)


def points(marks: Marks) -> dict[str, float | None]:
    return {mark.exercise: mark.points for mark in marks.marks}


@pytest.mark.filterwarnings("ignore")
def test_honest_broken_and_hostile_work_in_one_class(pupils: Class) -> None:
    pupils.hand_in("ann", SOLVED)
    pupils.hand_in("ben", right=False)
    pupils.hand_in("cat", CHEAT)
    pupils.hand_in("dan", "while True:\n    pass\n")
    cut = pupils.hand_in("eve", SOLVED) / f"{LESSON}.ipynb"
    cut.write_bytes(cut.read_bytes()[:500])
    deep = pupils.hand_in("fay", SOLVED) / "answers" / f"{LESSON}.json"
    deep.write_text("[" * 200_000, encoding="utf-8")
    marks = pupils.marks()

    assert marks["ann"].points == FULL
    assert marks["ben"].points == 0
    # One text of five has no quotation, so that an empty list is right for it and for no other.
    assert points(marks["cat"])[CODE] == pytest.approx(SHEET[CODE].points / 5)
    assert not points(marks["dan"])[CODE]
    assert marks["dan"].sentences
    assert points(marks["eve"])[CODE] is None
    assert marks["eve"].points == FULL - SHEET[CODE].points
    assert marks["fay"].verdict != "graded"
    assert marks["fay"].sentences
    assert not Path("~/planted").expanduser().exists()


@pytest.mark.filterwarnings("ignore")
def test_the_gradebook_holds_the_scores_and_a_manual_mark_survives(pupils: Class) -> None:
    folder = pupils.hand_in("ann", SOLVED)
    pupils.marks()
    free = next(question for question in SHEET if question.unscored)
    name = f"ask-{free.id.replace('.', '-')}"
    with Gradebook(pupils.course.database) as book:
        assert book.find_submission(LESSON, "ann").score == FULL
        given = book.find_grade(name, LESSON, LESSON, "ann")
        given.manual_score = 2
        book.db.commit()
    answers = folder / "answers" / f"{LESSON}.json"
    kept = json.loads(answers.read_bytes())
    kept["exercises"]["4.4"]["answer"] = {"choice": "g7"}
    answers.write_text(json.dumps(kept), encoding="utf-8")
    assert pupils.marks()["ann"].points == FULL - 0.5
    with Gradebook(pupils.course.database) as book:
        assert book.find_submission(LESSON, "ann").score == FULL - 0.5 + 2


@pytest.mark.filterwarnings("ignore")
def test_a_second_run_marks_only_what_changed(pupils: Class) -> None:
    pupils.hand_in("ann", SOLVED)
    assert [one.again for one in grade(pupils.course, LESSON)] == [True]
    pupils.hand_in("ben", right=False)
    assert [one.again for one in grade(pupils.course, LESSON)] == [False, True]
